import {
  canonicalJson,
  getAt,
  interpret,
  type Json,
  type Must,
  type Problem,
  type Scenario,
  type ScenarioDocument,
} from '@percall/scenario';
import { withoutEffect } from '../model/withoutEffect.ts';
import { createScenariosCompiler, namedIn, type CompiledStudy, type CompileOptions } from './compileStudy.ts';

/** A document with the name that it has among others. */
export interface NamedDocument {
  /** Unlike every other's, and not `baseline`. */
  readonly name: string;
  readonly document: ScenarioDocument;
}

const group = 'documents';

/**
 * Compiles the baselines of several documents into one Study: the first document's is the baseline, each other document's is a variant of it
 * that is named as the document. They go through the same worlds, since coordinates go by path.
 *
 * As with any variant, what customers bring follows from the baseline's reports: a document that is a copy of the first with a lever moved is
 * the variant that moves that lever. Seed, replications, headline, correlations and the floors of quality are the first document's.
 *
 * Refuses, as Problems, documents of another currency or period, and what `compileStudy` refuses. Warns of variants, which are not taken, and
 * of a headline and of correlations that are not the first document's.
 */
export function compileComparison(documents: readonly NamedDocument[], options: CompileOptions = {}): CompiledStudy {
  const scenarios = documents.map(({ name, document }, index) => {
    const baseline = interpret(document).scenarios[0]!;
    return index === 0 ? baseline : { name, scenario: baseline.scenario };
  });
  const [first] = scenarios;
  const problems = scenarios.slice(1).flatMap(({ name, scenario }) => notComparable(first!.scenario, scenario).map(namedIn(group)(name)));
  if (problems.length > 0) return { ok: false, problems };
  return createScenariosCompiler()({ scenarios, group, withoutEffect: [...notTaken(documents), ...unread(documents)] }, options);
}

/** What keeps amounts from being set side by side. */
function notComparable(first: Scenario, other: Scenario): Problem[] {
  return (['currency', 'period'] as const).flatMap((key): Problem[] =>
    first[key] === other[key]
      ? []
      : [
          {
            code: 'structure',
            path: key,
            params: { must: { rule: 'text', key: 'asInFirstDocument', values: { value: first[key] } }, got: other[key] },
            severity: 'error',
          },
        ],
  );
}

/** Settings of which there is one for all that is compared. */
const firstDocuments = ['headline', 'correlations'] as const;

function notTaken(documents: readonly NamedDocument[]): Problem[] {
  const [first] = documents;
  return documents.flatMap(({ name, document }, index) => {
    const place = index === 0 ? (problem: Problem) => problem : namedIn(group)(name);
    const variants = getAt(document, ['variants']);
    const own =
      Array.isArray(variants) && variants.length > 0 ? [unused('variants', { rule: 'text', key: 'ofDocumentAlone' }, variants.length)] : [];
    const shared = firstDocuments.flatMap((key) => {
      const typed = getAt(document, [key]) ?? null;
      const theirs = getAt(first!.document, [key]) ?? null;
      return canonicalJson(typed) === canonicalJson(theirs) ? [] : [unused(key, { rule: 'text', key: 'inFirstDocument' }, typed)];
    });
    return [...own, ...shared].map(place);
  });
}

/** What the documents type and nobody reads; what the first one types alike is said once. */
function unread(documents: readonly NamedDocument[]): Problem[] {
  const [ofFirst, ...ofOthers] = documents.map(({ document }) => withoutEffect(document, []));
  const known = new Set(ofFirst!.map(({ path, params }) => `${path} ${JSON.stringify(params.got)}`));
  return [
    ...ofFirst!,
    ...ofOthers.flatMap((warnings, index) =>
      warnings
        .filter(({ path, params }) => !known.has(`${path} ${JSON.stringify(params.got)}`))
        .map(namedIn(group)(documents[index + 1]!.name)),
    ),
  ];
}

const unused = (path: string, must: Must, got: Json): Problem => ({
  code: 'unused',
  path,
  params: { must, got },
  severity: 'warning',
});
