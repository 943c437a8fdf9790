import {
  changedPeriod,
  checkDocument,
  decodeLink,
  decodeText,
  nearestOf,
  parsePath,
  parseScenario,
  presetNames,
  presetText,
  setAt,
  type Json,
  type Parsed,
  type Patched,
  type Path,
  type PresetLanguage,
  type Problem,
  type ScenarioDocument,
} from '@percall/scenario';
import { exitCodes } from './exitCodes.ts';
import { fileText } from './fileText.ts';
import type { Io } from './io.ts';
import { Stop, usage } from './stop.ts';

/** What `<scenario>` may be, for help texts. */
export const scenarioArgument = 'a file, - for stdin, preset:NAME or a share link';

/** A document as it is run, and what is to be said of the values that were set in it from outside. */
export interface ReadScenario {
  readonly document: ScenarioDocument;
  readonly warnings: readonly Problem[];
}

/** Reads `<scenario>`: a file, `-`, `preset:NAME` or a share link. Stops with 2 where there is none, with 3 where it does not hold together. */
export async function readScenario(io: Io, source: string, sets: readonly string[] = []): Promise<ReadScenario> {
  const typed = await readSource(io, source);
  const document = sets.length === 0 ? typed : applySets(typed, sets.map(readSet));
  return { document, warnings: changedPeriod(typed, document) };
}

export const isLink = (source: string): boolean => linkIn(source) !== null;

/** The part of an address that is the link, without what trackers and forms put before and after it. null: there is none. */
export function linkIn(address: string): string | null {
  const payload = /^(?:.*#(?:[^#]*&)?)?s=([^&?#]*)/s.exec(address.trim())?.[1];
  return payload === undefined ? null : `#s=${payload}`;
}

async function readSource(io: Io, source: string): Promise<ScenarioDocument> {
  const link = linkIn(source);
  if (link !== null) return accept(source, decodeLink(link));
  return accept(source, parseScenario(await sourceText(io, source)));
}

function accept(source: string, answer: Parsed): ScenarioDocument {
  if (!answer.ok) throw new Stop(exitCodes.invalidScenario, `${named(source)} is not a valid scenario`, answer.problems);
  return answer.document;
}

/** A source as a message names it: links are long. */
const named = (source: string): string => (source === '-' ? 'stdin' : isLink(source) ? 'the link' : source);

/** The text of a scenario that is no link. */
async function sourceText(io: Io, source: string): Promise<string> {
  if (source === '-') return io.stdin();
  const preset = /^preset:(.*)$/s.exec(source)?.[1];
  if (preset !== undefined) return textOfPreset(preset);
  return fileText(io, source);
}

export function textOfPreset(name: string, language?: PresetLanguage): string {
  const text = presetText(name, language);
  if (text === null) {
    const begun = name === '' ? undefined : presetNames().find((each) => each.startsWith(name));
    const nearest = begun ?? nearestOf(name, presetNames());
    const meant = nearest === undefined ? '' : `; did you mean ${JSON.stringify(nearest)}?`;
    throw usage(`no preset is named ${JSON.stringify(name)}; there are ${presetNames().join(', ')}${meant}`);
  }
  return text;
}

/** A value put at a path. */
export interface Put {
  readonly path: Path;
  readonly value: Json;
}

/** `path=value` as a path and a value, and the value as it was typed. */
export function readSet(text: string): Put & { readonly typed: string } {
  const match = /^((?:"(?:[^"\\]|\\.)*"|[^="])+)=(.*)$/s.exec(text);
  if (match === null) throw usage(`--set wants path=value, not ${JSON.stringify(text)}`);
  const [, target = '', typed = ''] = match;
  const parsed = parsePath(target.trim());
  if (!parsed.ok) throw usage(`--set: ${JSON.stringify(target)} is not a path`);
  return { path: parsed.path, value: readValue(typed), typed };
}

/** JSON where it is JSON; a group or a list as documents write them in one line (`{ low: 17 per h, ... }`); else the text as typed ("20%", "5m40s"). */
export function readValue(typed: string): Json {
  try {
    return JSON.parse(typed) as Json;
  } catch {
    const text = typed.trim();
    const decoded = /^[{[]/.test(text) ? decodeText(text) : null;
    return decoded?.ok === true ? (decoded.value as Json) : text;
  }
}

/** The document with values replaced, validated whole again. A path that nobody knows is a fault of usage. */
export function applySets(document: ScenarioDocument, sets: readonly Put[], what = '--set does not fit the scenario'): ScenarioDocument {
  let changed: Json = document;
  for (const { path: target, value } of sets) {
    const patched: Patched = setAt(changed, target, value);
    if (!patched.ok) throw refusedSet(what, patched.problems);
    changed = patched.document;
  }
  const answer = checkDocument(changed);
  if (!answer.ok) throw refusedSet(what, answer.problems);
  return answer.document;
}

const refusedSet = (what: string, problems: readonly Problem[]): Stop =>
  new Stop(
    problems.some(({ code }) => code === 'unknownKey' || code === 'reference') ? exitCodes.usage : exitCodes.invalidScenario,
    what,
    problems,
  );
