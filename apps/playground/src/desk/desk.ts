import { differenceIn, distributionIn, liveChannels, type Curve, type ReportedInputs } from '@percall/core';
import { settingOf, type Setting } from '@percall/report';
import { glanced, type Compiled, type Session, type SessionStreamOptions, type StudyAnswer } from '@percall/runner';
import { aloneWith, type Channel, type Problem, type ScenarioDocument } from '@percall/scenario';

/** What the page wants to know of a document. */
export interface Question {
  readonly document: ScenarioDocument;
  /** What the document's check warns of; left out: it is still to be checked. */
  readonly checked?: readonly Problem[];
  /** What it comes to on the instant floor, the scenarios that are asked about, compiled before; left out: it is still to be compiled. */
  readonly compiled?: Compiled;
  /** The variant that is looked at, beside the baseline; null: the baseline alone. */
  readonly selected: string | null;
  /** All variants with all their figures: more than a slider's next place should wait for. */
  readonly whole: boolean;
  /** Whether a slider is being moved: the first answer is then of fewer futures, since the next place may be on its way. */
  readonly isMoving?: boolean;
}

/** What charts show of a scenario: its cost per contact of the headline, and what that differs by from the baseline's in the same future. */
export interface ScenarioCost {
  readonly name: string;
  readonly futures: number;
  readonly cost: Curve;
  /** null: the baseline itself. */
  readonly difference: Curve | null;
}

/** As much of a study's answer as the page shows: plain data, which can be sent from one thread to another. */
export interface DeskAnswer extends Omit<StudyAnswer, 'study' | 'analysis'> {
  readonly setting: Setting;
  /** [scenario] */
  readonly costs: readonly ScenarioCost[];
  /** [scenario] on which somebody waits. */
  readonly liveChannels: readonly (readonly Channel[])[];
  /** Of the last answer to a question that is whole, whose inputs are all there; null of others. */
  readonly inputsHash: string | null;
}

/** Who hears of an answer. */
export interface Listener {
  /** A better answer. The next is not worked on before this one has been taken in. */
  readonly answered: (answer: DeskAnswer) => Promise<void>;
  /** Futures that the exact floor has run, of those that it runs in all. */
  readonly exact: (done: number, of: number) => void;
  /** [scenario] what its inputs come to: once, after an answer beyond a glance; never where the instant floor does not take the document. */
  readonly reported: (inputs: readonly ReportedInputs[]) => void;
}

/**
 * Answers questions, in this thread or another: of the instant floor from more and more futures, then corrected by the exact one. The newest question ends
 * the one before.
 */
export interface Desk {
  /** Resolves after the last answer. Rejects with ScenarioRefused, and soon after an abort. */
  readonly answer: (question: Question, listener: Listener, signal: AbortSignal) => Promise<void>;
}

/**
 * A desk in this thread.
 *
 * @param shownKpi KPIs that the page shows of a question that is not whole
 */
export const deskOf = (session: Pick<Session, 'stream'>, shownKpi: (id: string) => boolean): Desk => ({
  answer: async ({ document, checked, compiled, selected, whole, isMoving = false }, { answered, exact, reported }, signal) => {
    const glance = isMoving ? glanced / 2 : glanced;
    const options: SessionStreamOptions = {
      signal,
      ...(checked && { checked }),
      ...(compiled && { compiled }),
      ...(whole ? {} : { kpis: shownKpi }),
      floor: 'auto',
      instantFirst: true,
      glance,
      onExact: exact,
    };
    let isReported = false;
    for await (const answer of session.stream(whole ? document : aloneWith(document, selected), options)) {
      const { study, replications, of, exactToCome } = answer;
      const isLast = replications === of && exactToCome === 0;
      const inputsHash = whole && isLast ? (await later()).inputsHash(study.models) : null;
      await answered({ ...deskAnswer(answer), inputsHash });
      // A run of its own, which no answer waits for, and no hand on a slider.
      if (isReported || replications === glance || study.floor !== 'erlang') continue;
      const { reportedInputs } = await later();
      signal.throwIfAborted();
      reported(reportedInputs(study.models));
      isReported = true;
    }
  },
});

/** What no first answer needs. */
const later = () => import('./afterGlance.ts');

/** What is in every answer. */
export function deskAnswer({ study, analysis, ...answer }: StudyAnswer): Omit<DeskAnswer, 'inputsHash'> {
  const setting = settingOf({ study, replications: answer.replications });
  const headline = `cpc.${setting.headline}`;
  return {
    ...answer,
    setting,
    liveChannels: study.models.map(liveChannels),
    costs: analysis.scenarios.map((scenario) => {
      const difference = differenceIn(scenario, headline);
      return {
        name: scenario.model.name,
        futures: scenario.replications,
        cost: distributionIn(scenario, headline).curve(),
        difference: difference && difference.curve(),
      };
    }),
  };
}
