import { readFileSync } from 'node:fs';
import { parseScenario, type Json, type ScenarioDocument } from '../src/index.ts';
import { decodeText } from '../src/parse.ts';

/** The document that the model's description shows: every part of it, in the spellings that people use. */
export const bankText = readFileSync(new URL('./documents/bank.yaml', import.meta.url), 'utf8');

const decoded = decodeText(bankText);
if (!decoded.ok) throw new Error(JSON.stringify(decoded.problems));

export type Editable = { [key: string]: Editable } & Editable[] & Json;

/** A copy to spoil. */
export const bank = (): Editable => structuredClone(decoded.value) as Editable;

export function bankDocument(): ScenarioDocument {
  const parsed = parseScenario(bankText);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.document;
}

/** The least that is a document. */
export const least = `percall: 1
horizon: { start: 2026-01-05 }
calendar: { open: { mon-fri: "08:00-18:00" } }
contactTypes: { calls: { volume: 20k, handleTime: { phone: 5 min } } }
agents: { team: { skills: [calls], wage: 18 per h } }
`;
