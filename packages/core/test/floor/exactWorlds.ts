import { contactLog, createExactFloor } from '../../src/floor/calls/exactFloor.ts';
import {
  countFields,
  createSampler,
  createStage,
  runWorld,
  type ContactLog,
  type CountField,
  type Outcome,
  type Study,
} from '../../src/index.ts';

/** A contact that came by itself, as the log has it. */
export interface Arrival {
  readonly time: number;
  readonly customer: number;
  readonly type: number;
  readonly work: number;
  readonly patience: number;
  readonly origin: number;
}

/** Runs single worlds of a study on the exact floor, to look at what is in them. */
export function exactWorlds(study: Study) {
  const sampler = createSampler(study);
  const stages = study.models.map((model, index) => createStage(model, createExactFloor(study, index)));
  const worlds = study.models.map((_, index) => sampler.createWorld(index));
  /** The outcome, until the next world. */
  const run = (replication: number, model = 0): Outcome => {
    sampler.sample(replication, model, worlds[model]!);
    return runWorld(stages[model]!, worlds[model]!, model === 0 ? null : stages[0]!);
  };
  /** Contacts of a world that came by themselves, in time order. */
  const arrivals = (replication: number, model = 0): readonly Arrival[] => {
    run(replication, model);
    return arrivalsIn(contactLog);
  };
  return { run, arrivals, stages, worlds };
}

const arrivalsIn = (log: ContactLog): readonly Arrival[] =>
  Array.from({ length: log.count }, (_, contact) => ({
    time: log.time[contact]!,
    customer: log.customer[contact]!,
    type: log.asked[contact]!,
    work: log.work[contact]!,
    patience: log.patience[contact]!,
    origin: log.origin[contact]!,
    after: log.after[contact]!,
  })).filter(({ after }) => after < 0);

/** [interval] of a count, over contact types. */
export function byInterval({ counts, shape }: Outcome, field: CountField): Float64Array {
  const cells = shape.contactTypes * shape.channels;
  const from = countFields.indexOf(field) * shape.intervals * cells;
  return Float64Array.from({ length: shape.intervals }, (_, interval) =>
    counts.subarray(from + interval * cells, from + (interval + 1) * cells).reduce((sum, count) => sum + count, 0),
  );
}
