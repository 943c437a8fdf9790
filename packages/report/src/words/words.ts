import type { CostCategory, ExtremeName, FloorUsed, KpiUnit, SavingName } from '@percall/core';
import type { Hint, Channel, Must, Period, Problem, ProblemCode, Scenario, Section } from '@percall/scenario';
import type { StaffedBy } from '../staffedBy.ts';
import type { OnePageWords } from './onePage.ts';
import type { PageWords } from './page.ts';

/** Which floor an answer comes from, in figures as shown. */
export interface FloorParts {
  readonly used: FloorUsed;
  /** Futures that the exact floor ran. */
  readonly exactReplications: string;
  /** How far strata of days are from the full horizon, at most, as a share of a KPI's spread; null: all days are run. */
  readonly daysOff: string | null;
  /** Whether some KPIs, which `daysOff` leaves out, hardly differ from future to future: strata are further off than their spread. */
  readonly beyondSpread: boolean;
  /** What it adds to the baseline's headline cost per contact, where it corrects the instant one. */
  readonly correction: { readonly value: string; readonly error: string } | null;
}

/**
 * Everything Percall says to people, in one language. Numbers arrive formatted; lists arrive as arrays.
 * Another language is another value of this type.
 */
export interface Words {
  /** BCP 47 tag that numbers are formatted with; Latin digits by its extension. */
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';

  /** Label and help of a field of the document, by the pattern of its paths (`contactTypes.*.volume`); an unknown one is shown as it is. */
  readonly field: (pattern: string) => { readonly label: string; readonly help: string };
  /** A name that the field's choice is made among, in words; an unknown one is shown as it is. */
  readonly option: (pattern: string, name: string) => string;
  readonly section: Readonly<Record<Section, string>>;

  readonly problem: {
    /** The whole sentence, by code. `must` and `got` are already in words. */
    readonly sentence: Readonly<Record<ProblemCode, (parts: ProblemParts) => string>>;
    /** What must hold: "a share between 0 and 1". */
    readonly must: (must: Must) => string;
    /** What to write instead, or why. */
    readonly hint: (hint: Hint) => string;
    readonly nothing: string;
    readonly theDocument: string;
    readonly theLink: string;
    readonly warning: (sentence: string) => string;
  };

  readonly sentence: {
    readonly cheaperAndNoWorse: (futures: number) => string;
    readonly cheaper: (futures: number) => string;
    /** Bad in nearly every future. */
    readonly dearerAndWorse: (futures: number) => string;
    /** A variant that moves no figure. */
    readonly identical: string;
    readonly notASaving: (floor: string, state: QualityState, futures: number, wanted: number) => string;
    /** The name of a KPI inside a sentence. */
    readonly floorName: (kpi: string) => string;
    /** All floors together, where each alone would hold. */
    readonly quality: string;
    readonly cost: (parts: { denominator: string; value: string; currency: string; low: string; high: string }) => string;
    readonly noContacts: (denominator: string) => string;
    readonly difference: (parts: DifferenceParts) => string;
    /** The same without the range, to stand alone. */
    readonly away: (parts: Pick<DifferenceParts, 'value' | 'direction'>) => string;
    readonly chances: (cheaper: number, noWorse: number | null) => string;
    /** The total cost per period goes the other way than the cost per contact; `value` without a sign. */
    readonly total: (parts: { value: string; direction: 'below' | 'above'; currency: string; period: string }) => string;
    /** A floor that is met too rarely, where the change is not to blame for it. */
    readonly missed: (parts: { floor: string; futures: number; baseline: number; wanted: number }) => string;
    readonly holds: (futures: number) => string;
    readonly noFloors: string;
    readonly response: Readonly<Record<StaffedBy, string>>;
    /** Joins the parts into a paragraph. */
    readonly stop: string;
    readonly comma: string;
    readonly semicolon: string;
    readonly space: string;
  };

  readonly denominator: Readonly<Record<Scenario['headline'], string>>;
  readonly period: Readonly<Record<Period, string>>;
  readonly channel: Readonly<Record<Channel, string>>;
  readonly unit: (unit: KpiUnit, currency: string, period: string) => string;
  readonly category: Readonly<Record<CostCategory, string>>;
  readonly qualityState: Readonly<Record<QualityState, string>>;
  /** Name of a KPI by its id without channel and contact type; an id without a name is shown as it is. */
  readonly kpi: Readonly<Record<string, string>>;
  /** What is judged by its worst week, say. */
  readonly extreme: Readonly<Record<ExtremeName, string>>;
  /** A contact type or a group of agents as the language says it: those of the presets; any other as the document has it. */
  readonly named: (name: string) => string;
  readonly kpiOn: (name: string, channel: string | null, contactType: string | null, extreme: string | null) => string;
  /** What a variant saves of the baseline's bill, by kind. */
  readonly saving: Readonly<Record<SavingName, string>>;

  readonly table: {
    readonly measure: string;
    readonly cost: string;
    readonly quality: string;
    readonly people: string;
    readonly contacts: string;
    readonly ledger: (period: string) => string;
    readonly ledgerLine: (category: string, line: string) => string;
    /** What a ledger line is beside others of its category. */
    readonly ledgerPart: {
      readonly overtime: (group: string) => string;
      readonly training: (group: string) => string;
      readonly rootCause: (contactType: string) => string;
      readonly attempts: string;
      readonly severance: string;
      readonly minutes: string;
      readonly platform: string;
      readonly sessions: string;
      readonly lever: string;
    };
    /** A name of the document's own. */
    readonly named: (name: string) => string;
    readonly total: string;
    readonly versusBaseline: string;
    readonly withUnit: (name: string, unit: string) => string;
    readonly budgetAverage: string;
    /** A figure that is no result of ours, to see one beside it. */
    readonly industryAverage: string;
    readonly range: (value: string, low: string, high: string) => string;
    readonly plusMinus: (value: string, error: string) => string;
    readonly change: (name: string) => string;
    readonly floor: (side: 'atLeast' | 'atMost', value: string) => string;
    readonly everyFloor: string;
    readonly chanceCheaper: string;
    readonly chanceNoWorse: string;
    readonly chanceCheaperAndNoWorse: string;
    readonly notASaving: (value: string) => string;
    readonly response: string;
    readonly responseName: Readonly<Record<StaffedBy, string>>;
    readonly noContacts: string;
    readonly none: string;
    readonly footnote: (parts: { replications: string; seed: string; floor: FloorParts }) => string;
  };

  /** What the page says beside the answer. */
  readonly page: PageWords;

  /** Sentences of the command line that carry results. Usage errors are in the language of the commands themselves. */
  readonly commandLine: {
    readonly notAPowerOfTwo: (replications: string) => string;
    readonly doesNotHold: (assertion: string, found: readonly string[]) => string;
    readonly found: (scenario: string, value: string | null) => string;
    readonly valid: (name: string, variants: number) => string;
    /** A lever of the baseline is swept; `path` is how it is swept in a variant. */
    readonly sweptLever: (lever: string, path: string) => string;
    readonly longLink: (characters: string) => string;
    readonly reproduces: (headline: string) => string;
    readonly madeWith: (madeBy: string, then: string, thisVersion: string, now: string) => string;
  };

  /** One interval by Erlang's formulas. */
  readonly erlang: Readonly<
    Record<
      | 'callsPerHour'
      | 'aht'
      | 'offeredLoad'
      | 'agents'
      | 'scheduled'
      | 'patience'
      | 'asa'
      | 'waiting'
      | 'abandonment'
      | 'blocking'
      | 'occupancy'
      | 'meanQueue'
      | 'found'
      | 'target',
      string
    >
  > & {
    readonly serviceLevel: (threshold: string) => string;
    readonly heads: (count: string) => string;
    readonly against: (value: string, target: string, met: boolean) => string;
  };

  /** Who is planned to work, at central inputs. Names are the document's own; dates are ISO. */
  readonly staff: {
    readonly group: string;
    readonly paidHours: string;
    readonly fte: string;
    readonly mostRequired: string;
    readonly mostScheduled: string;
    readonly from: string;
    readonly inWeek: (group: string, week: number, date: string) => string;
    readonly inAllWeeks: (group: string) => string;
    readonly ofWeeks: (scenario: string, group: string, first: number, last: number, date: string) => string;
    /** Whole agents on duty, and agents paid for them. */
    readonly agents: (required: string, scheduled: string) => string;
    readonly footnote: string;
    /** Who is there, week by week. */
    readonly people: Readonly<
      Record<'planned' | 'paid' | 'onFloor' | 'training' | 'overtime' | 'hires' | 'leavers' | 'letGo' | 'footnote', string>
    >;
  };

  /** The report that goes to those who decide. Its tables are those of results. */
  readonly report: {
    readonly setting: string;
    readonly floor: string;
    readonly floorName: (floor: FloorParts) => string;
    readonly futures: string;
    readonly seed: string;
    readonly horizon: string;
    readonly weeksFrom: (weeks: number, date: string) => string;
    readonly stated: string;
    readonly statedIn: (currency: string, period: string) => string;
    readonly chance: string;
    readonly madeWith: string;
    readonly inputsHash: string;
    /** Heading over what the baseline comes to. */
    readonly doingNothing: string;
    readonly changes: string;
    readonly noVariants: string;
    readonly scenario: string;
    readonly input: string;
    readonly path: string;
    readonly baseline: string;
    readonly variant: string;
    /** What holds where the document leaves a number out. */
    readonly usual: (value: string) => string;
    readonly nothing: string;
    readonly oneOff: string;
    readonly starts: string;
    readonly ramp: string;
    readonly assumptions: string;
    /** How many numbers of the baseline have which source. */
    readonly sources: (counts: readonly string[]) => string;
    readonly sourceCount: (count: number, source: string) => string;
    readonly uncertain: string;
    readonly noneUncertain: string;
    readonly low: string;
    readonly median: string;
    readonly high: string;
    readonly source: string;
    readonly note: string;
    readonly warnings: string;
    readonly noWarnings: string;
    readonly onePage: OnePageWords;
  };

  readonly glossary: {
    readonly title: string;
    readonly introduction: readonly string[];
    readonly terms: Readonly<Record<'numerator' | 'denominator' | 'source', string>>;
    readonly better: Readonly<Record<'lower' | 'higher' | 'neither', string>>;
    readonly unit: Readonly<Record<KpiUnit, string>>;
    /** What a KPI counts; definitions are written in English. */
    readonly counted: (entry: Counted) => Counted;
  };
}

/** Holds: at the wanted chance or above; at risk: down to 70%; breaks: under 70%. */
export type QualityState = 'holds' | 'atRisk' | 'breaks';

/** A KPI's definition in words. */
export interface Counted {
  readonly pattern: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly rule: string;
}

export interface ProblemParts {
  /** The path, or words for the whole document. */
  readonly where: string;
  readonly must: string;
  readonly got: string;
  readonly nearest: string | null;
  /** The hint in words, where the problem has one. */
  readonly hint: string | null;
  /** For words that depend on the rule. */
  readonly rule: Must;
  readonly problem: Problem;
}

export interface DifferenceParts {
  readonly value: string;
  readonly direction: 'below' | 'above' | 'same';
  /** Ends of the 90% range, smaller distance first; null where both round to nothing. */
  readonly range: { readonly from: DifferenceEnd; readonly to: DifferenceEnd } | null;
}

/** An end of a range, on its own side of the baseline. */
export interface DifferenceEnd {
  readonly value: string;
  readonly direction: 'below' | 'above';
}
