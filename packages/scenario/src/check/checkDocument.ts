import { documentVersion, type Json, type Parsed, type ScenarioDocument } from '../document.ts';
import { migrate } from '../migrate.ts';
import { fix, hasSameParts, isFixed, isSettled } from '../fixed.ts';
import { patch, type Patched } from '../patch.ts';
import { formatPath, isList, isObject, parsePath, type Path } from '../paths.ts';
import { isError, type Must, type Problem } from '../problem.ts';
import { mustText } from '../mustTexts.ts';
import { problemAt } from '../problems.ts';
import { nearestOf } from '../units/amount.ts';
import { checkCalendar } from './calendar.ts';
import { checkConsistency } from './consistency.ts';
import { plainJson } from './plainJson.ts';
import { checkPlausibility } from './plausibility.ts';
import { checkReferences } from './references.ts';
import { remembered } from '../remembered.ts';
import { readWithSchema } from './schemaProblems.ts';
import { View } from './view.ts';

/** Where `extends: preset:NAME` finds presets. */
export interface PresetSource {
  readonly names: readonly string[];
  readonly read: (name: string) => Json;
}

/**
 * Checks a decoded document: format, every field, what must fit together, and the same again for every variant with its changes applied.
 * All problems are collected. Nothing is coerced: what people typed is kept as typed.
 *
 * `extends` needs a source of presets (`parseScenario` has one); the result states everything itself and extends nothing.
 */
export function checkDocument(value: unknown, presets?: PresetSource): Parsed {
  const plain = plainJson(value);
  if (!plain.ok) return plain;
  const whole = extended(plain.value, presets);
  if (!whole.ok) return whole;
  const migrated = migrate(whole.document);
  // Of a document of a later format nothing more can be said; of one that does not say which, all that is wrong with it as one of today's.
  if (!migrated.ok && (!isObject(whole.document) || migrated.problems.some(({ code }) => code === 'newer'))) return migrated;
  const document = migrated.ok ? migrated.document : { ...(whole.document as { readonly [key: string]: Json }), percall: documentVersion };
  const baseline = [...(migrated.ok ? [] : migrated.problems), ...problemsOf(document)];
  const problems = [...baseline];
  const said = new Set(baseline.map(identity));
  for (const { path, patched } of patchedVariants(document)) {
    if (!patched.ok) {
      problems.push(...patched.problems.map((problem) => under(path, problem)));
      continue;
    }
    for (const problem of problemsOf(patched.document)) if (!said.has(identity(problem))) problems.push(under(path, problem));
  }
  const errors = problems.filter(isError);
  if (errors.length > 0) return { ok: false, problems: [...errors, ...problems.filter((problem) => !isError(problem))] };
  return { ok: true, document: document as ScenarioDocument, warnings: problems };
}

const identity = ({ code, path }: Problem): string => `${code} ${path}`;

const under = (path: Path, problem: Problem): Problem => {
  const inner = parsePath(problem.path);
  return { ...problem, path: inner.ok ? formatPath([...path, ...inner.path]) : formatPath(path) };
};

/** Schema and cross checks of one scenario, whatever its variants say. */
const problemsOf = remembered((document: Json): readonly Problem[] => {
  const read = readWithSchema(document);
  const problems = read.ok ? [] : [...read.problems];
  const view = new View(document);
  checkReferences(view);
  checkCalendar(view);
  checkConsistency(view);
  checkPlausibility(view);
  const said = new Set(problems.map(({ path }) => path));
  return [...problems, ...view.problems.filter((problem) => !said.has(problem.path))];
});

export type PatchedVariant = { readonly path: Path; readonly name: string; readonly patched: Patched };

/** Each variant's scenario. Variants that are not even objects are left to the schema. */
export function patchedVariants(document: { readonly [key: string]: Json }): PatchedVariant[] {
  const { variants } = document;
  if (!isList(variants)) return [];
  return variants.flatMap((variant, i): PatchedVariant[] => {
    if (!isObject(variant)) return [];
    const named = typeof variant['name'] === 'string';
    const name = named ? (variant['name'] as string) : '';
    return [{ path: ['variants', named ? name : i], name, patched: patchedVariant(document, variant) }];
  });
}

/** The scenario of one of a document's variants: the baseline with its changes, and without variants. */
export function patchedVariant(document: { readonly [key: string]: Json }, variant: { readonly [key: string]: Json }): Patched {
  const baseline = withoutVariants(document);
  if (!isFixed(variant) || !Object.values(baseline).every(isSettled)) return patchOf(baseline, variant);
  const known = patches.get(variant);
  if (known !== undefined && hasSameParts(known.baseline, baseline)) return known.patched;
  const patched = patchOf(baseline, variant);
  if (patched.ok) fix(patched.document);
  patches.set(variant, { baseline, patched });
  return patched;
}

/** The baseline of a document. */
export const withoutVariants = (document: { readonly [key: string]: Json }): { readonly [key: string]: Json } =>
  Object.fromEntries(Object.entries(document).filter(([key]) => key !== 'variants'));

/** The last scenario of a variant. One that an edit leaves as it was, on the baseline that there was, is the same document. */
const patches = new WeakMap<object, { readonly baseline: Json; readonly patched: Patched }>();

function patchOf(baseline: Json, variant: { readonly [key: string]: Json }): Patched {
  const changes = isObject(variant['changes']) ? { ...variant['changes'] } : {};
  const response = variant['response'];
  if (typeof response === 'string' && response !== 'as baseline') {
    // Beside a change of the same path, `patch` says that they overlap.
    const key = Object.hasOwn(changes, 'staffing.response') ? 'staffing."response"' : 'staffing.response';
    changes[key] = response;
  }
  return patch(baseline, changes);
}

type Extended = { readonly ok: true; readonly document: Json } | { readonly ok: false; readonly problems: readonly Problem[] };

function extended(document: Json, presets: PresetSource | undefined): Extended {
  if (!isObject(document) || document['extends'] === undefined) return { ok: true, document };
  const { extends: base, ...own } = document;
  const refuse = (must: Must, nearest?: string): Extended => {
    const finding = { code: 'reference', must, got: base, ...(nearest === undefined ? {} : { nearest }) } as const;
    return { ok: false, problems: [problemAt(['extends'], finding)] };
  };
  if (presets === undefined) return refuse(mustText('presetsNeedText'));
  const names = presets.names.map((known) => `preset:${known}`);
  const name = typeof base === 'string' && names.includes(base) ? base.slice('preset:'.length) : null;
  if (name === null) return refuse({ rule: 'oneOf', names }, typeof base === 'string' ? nearestOf(base, names) : undefined);
  return { ok: true, document: merged(presets.read(name), own) };
}

/** Objects merge key by key, null removes what the base has; anything else replaces. */
function merged(base: Json, own: Json): Json {
  if (!isObject(base) || !isObject(own)) return own;
  const result: Record<string, Json> = { ...base };
  for (const [key, value] of Object.entries(own)) {
    // A null for what the base does not have stays, and is refused as any null is: the key is misspelled.
    if (value === null && Object.hasOwn(base, key)) delete result[key];
    else result[key] = Object.hasOwn(base, key) ? merged(base[key]!, value) : value;
  }
  return result;
}
