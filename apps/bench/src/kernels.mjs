import { compile, parseDocument } from './engine.mjs';
import { cpuSeconds } from './clock.mjs';
import { spell, spellSeconds } from './table.mjs';

const rounds = 9;
const worlds = 16;

/**
 * Medians of interleaved rounds, each beside the least of them, which is the unit: on a busy machine trust the ratios.
 *
 * The stages run as a replication runs them: over many worlds and all scenarios, with the real loads, agents and patience.
 */
export function kernelRows(engine, text) {
  const { core, kernels } = engine;
  const study = compile(engine, parseDocument(engine, text));
  const sampler = core.createSampler(study);
  const scenarios = study.models.map((model, index) => {
    const stage = core.createStage(model);
    return { model, stage, world: sampler.createWorld(index) };
  });
  const openWorld = ({ model, stage, world }, index, replication) => {
    sampler.sample(replication, index, world);
    kernels.openLeverSteps(stage.levers, model, world.leaves);
    kernels.longRunNeeds(stage.needs, model, stage.levers);
  };
  const plan = ({ model, stage, world }) => kernels.planRoster(stage.roster, stage.planScratch, model, world, stage.needs, stage.levers);
  // The agents of each world, planned beforehand: what the floor alone is timed with.
  const agentsOf = scenarios.map((scenario, index) =>
    Array.from({ length: worlds }, (_, replication) => {
      const { model, stage, world } = scenario;
      openWorld(scenario, index, replication);
      plan(scenario);
      kernels.putOnDuty(stage.agents, stage.outcome, model, world, stage.roster.scheduled, stage.roster.scheduled);
      return stage.agents.slice();
    }),
  );
  const runFloor = ({ model, stage, world }, index, replication) =>
    kernels.runInstantFloor(stage.outcome, stage.floorScratch, {
      model,
      world,
      agents: agentsOf[index][replication],
      needs: stage.needs,
      levers: stage.levers,
      doors: stage.levers.steps.at(-1).doors,
    });
  const inTurn = (each) => () => {
    for (let replication = 0; replication < worlds; replication++)
      scenarios.forEach((scenario, index) => {
        openWorld(scenario, index, replication);
        each(scenario, index, replication);
      });
    return worlds * scenarios.length;
  };

  const queues = typicalQueues();
  const row = new Float64Array(kernels.queueFieldCount);
  const pool = kernels.createPool();
  /** Loads of one pool after another, as the floor asks for them. */
  const over = (evaluate) => () => {
    for (let i = 0; i < 50; i++)
      for (const { loads, agents, patience } of queues) {
        kernels.setPool(pool, { agents, patience, balk: 0.005, threshold: 0.07 });
        for (const load of loads) {
          row[kernels.offeredLoad] = load;
          evaluate();
        }
      }
    return 50 * queues.length * queues[0].loads.length;
  };
  const totals = new Float64Array(core.totalsLayout(scenarios[0].model).length);
  const works = {
    'Erlang A, load and abandonment': over(() => kernels.evaluateLoad(row, pool)),
    'Erlang A, with service level and waits': over(() => {
      kernels.evaluateLoad(row, pool);
      kernels.evaluateThreshold(row, pool);
      kernels.evaluateWaits(row, pool);
    }),
    'sample, open the doors, one world and scenario': inTurn(() => {}),
    'the same and plan its roster': inTurn(plan),
    'the same and run its floor instead': inTurn(runFloor),
    'sum its totals': () => {
      for (let i = 0; i < 100; i++)
        for (const { model, stage } of scenarios) core.sumTotals(model, stage.outcome, stage.roster.scheduled, totals, 0);
      return 100 * scenarios.length;
    },
  };
  const times = Object.fromEntries(Object.keys(works).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const [name, work] of Object.entries(works)) {
      const start = cpuSeconds();
      const count = work();
      times[name].push((cpuSeconds() - start) / count);
    }
  const medians = Object.entries(times).map(([name, seconds]) => [name, seconds.sort((a, b) => a - b)[rounds >> 1]]);
  const unit = Math.min(...medians.map(([, seconds]) => seconds));
  return [['kernel', 'CPU each', 'ratio'], ...medians.map(([name, seconds]) => [name, spellSeconds(seconds), spell(seconds / unit)])];
}

/** Queues of eight sizes from idle to overloaded, patience around a handle time; four loads each. */
function typicalQueues() {
  const queues = [];
  for (const size of [8, 20, 40, 80, 140, 220, 320, 450])
    for (const lean of [-1.5, 0, 1, 2.5])
      for (const patience of [0.7, 1.1])
        queues.push({
          agents: Math.round(size + lean * Math.sqrt(size)),
          patience,
          loads: [0.9, 0.97, 1, 1.05].map((share) => share * size),
        });
  return queues;
}
