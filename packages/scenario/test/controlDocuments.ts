import { readFileSync } from 'node:fs';
import { controlsOf, parseScenario, presetNames, presetText, type Control, type Json, type ScenarioDocument } from '../src/index.ts';
import { bankText, least } from './documents.ts';

export function documentOf(text: string): ScenarioDocument {
  const parsed = parseScenario(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.document;
}

/** Every family of distributions, in numbers of every kind of support, with and without words beside them. */
export const familiesText = `percall: 1
source: measured
horizon: { start: 2026-01-05 }
calendar:
  open: { mon-fri: "08:00-18:00" }
  events:
    - { name: storm, days: 2026-01-15, volume: { triangular: { low: x1.5, likely: x2, high: x4 } } }
    - { days: 2026-01-19..2026-01-20, volume: x2 ±0.3, handleTime: { value: +25%, note: measured once } }
contactTypes:
  calls:
    volume: { lognormal: { mean: 20k, sd: 3000 }, counted: handled, note: last year }
    variation: { dayToDay: { uniform: { low: 5%, high: 12% } } }
    handleTime: { phone: { mean: { normal: { mean: 5 min, sd: 20 s } }, cv: { beta: { mean: 1, sd: 0.1, lower: 0.5, upper: 2 } } } }
    patience: { phone: { mean: { metalog: { 10%: 2 min, 50%: 3 min, 90%: 6 min } }, balk: { pert: { low: 0%, likely: 1%, high: 4% } } } }
    firstContactResolution: { value: { low: 70%, likely: 74%, high: 78% }, measured: noRepeat }
    repeat: { share: { beta: { mean: 65%, sd: 5 points } }, after: { observed: [10 h, 20 h, 30 h, 50 h] } }
    redial: { share: { observed: [30%, 40%, 55%] }, after: { pert: { low: 5 min, likely: 10 min, high: 20 min } } }
agents:
  "team one": { skills: [calls], wage: { normal: { mean: 18 per h, sd: 0.5 per h } }, onCost: { lognormal: { mean: 28%, sd: 3 points } }, shrinkage: { leave: 9% ±1 point, rest: { triangular: { low: 10%, likely: 20%, high: 30% } } } }
staffing: { maxOccupancy: { low: 80%, likely: 85%, high: 88% }, people: { severance: { low: 1000, likely: 2000, high: 4000 } } }
costs:
  technology: { amount: { low: 10000 per month, likely: 12000 per month, high: 16000 per month, source: benchmark }, perStarted: 50 seats }
  softwareLicences: [ 110 per seat per month, { value: 12 per contact ±10%, note: by the piece } ]
  telephony: USD 0.012 per min ±0.002
  hiring: { triangular: { low: 3000 per hire, likely: 4200 per hire, high: 6000 per hire } }
levers:
  ivr: { containment: { calls: { low: 2%, likely: 12%, high: 50% } }, hangUps: { normal: { mean: 10%, sd: 3 points } } }
  software: { handleTime: { normal: { mean: -8%, sd: 0.02 } }, firstContactResolution: 3 points ±1 point }
  selfService: { calls: { tries: 30% ±5 points } }
variants:
  - name: dearer
    changes:
      contactTypes.calls.handleTime: { phone: 6 min ±10% }
      costs.technology.amount: 20000 per month
  - name: nothing
    changes: {}
`;

/** Real documents, and two that no preset resembles. */
export const texts: Readonly<Record<string, string>> = {
  ...Object.fromEntries(presetNames().map((name) => [name, presetText(name)!])),
  'bank-2003': readFileSync(new URL('../../../examples/bank-2003.yaml', import.meta.url), 'utf8'),
  bank: bankText,
  least,
  families: familiesText,
};

export const documents: Readonly<Record<string, ScenarioDocument>> = Object.fromEntries(
  Object.entries(texts).map(([name, text]) => [name, documentOf(text)]),
);

export const variantsOf = (document: ScenarioDocument): readonly (string | null)[] => [
  null,
  ...((document['variants'] ?? []) as readonly { readonly name: string }[]).map(({ name }) => name),
];

export function controlAt(document: Json, path: string): Control {
  const control = controlsOf(document).find((candidate) => candidate.path === path);
  if (control === undefined) throw new Error(`no control at ${path}`);
  return control;
}
