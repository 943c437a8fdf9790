import type { Problem } from './problem.ts';
import type { Scenario } from './scenario.ts';

/** A JSON value: what a document is made of, kept as people typed it ("5m40s" stays "5m40s"). */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

declare const checked: unique symbol;

/** The document as typed, validated whole (baseline and every variant). Only `parseScenario` and its kin make one. */
export type ScenarioDocument = { readonly [key: string]: Json } & { readonly [checked]: true };

export type Parsed = { readonly ok: true; readonly document: ScenarioDocument; readonly warnings: readonly Problem[] } | Refused;
export type Refused = { readonly ok: false; readonly problems: readonly Problem[] };

/** The baseline and its variants, each read to SI with its changes applied. Index 0 is the baseline. */
export interface Interpreted {
  readonly scenarios: readonly { readonly name: string; readonly scenario: Scenario }[];
}

/** The version of the document format that this build writes; older ones are migrated, newer ones refused. */
export const documentVersion = 1;
