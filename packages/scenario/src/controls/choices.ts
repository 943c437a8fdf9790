import type { Json } from '../document.ts';
import type { Patched } from '../patch.ts';
import { formatPath, isList, isObject } from '../paths.ts';
import { remembered } from '../remembered.ts';
import type { Needs, Node } from '../schema/nodes.ts';
import { documentWith } from './change.ts';
import { contactTypesOf, documentParts, numberOffered, offeredIn, type Control, type Offered } from './controls.ts';
import { pathOf, reach } from './place.ts';
import { plainDescription } from './plain.ts';
import { saysSame } from './same.ts';
import { scenarioDocument } from './scenarioDocument.ts';

/** One of some names, yes or no, or some of some names. */
export interface Choice extends Offered {
  readonly form: 'oneOf' | 'yesOrNo' | 'someOf';
  /** As in a document; none of yes or no. */
  readonly options: readonly string[];
  /** Whether the options are names of contact types. */
  readonly ofContactTypes: boolean;
}

/** What stands at a choice: a name, yes or no, or names. */
export type Chosen = string | boolean | readonly string[];

/** The choices of a document, in the order of the schema; options that need what cannot be made up are offered only where that is given. */
export const choicesOf = (document: Json): readonly Choice[] => offeredIn(document, choiceOffered(document));

/**
 * Numbers and choices of a document in one list, in the order of the schema. Plain numbers also where they are left out and that means something of
 * its own: no limit, of trunks.
 */
export function inputsOf(document: Json): readonly (Control | Choice)[] {
  const contactTypes = contactTypesOf(document);
  return documentParts.flatMap((part) => inputsIn[part]!(contactTypes)(isObject(document) ? document[part] : undefined));
}

/**
 * What a part of a document offers, beside the names of the contact types and what stands there, if anything. An edit is of one part: what the
 * others offer is known.
 */
const inputsIn = Object.fromEntries(
  documentParts.map((part) => [
    part,
    remembered((contactTypes: readonly string[]) =>
      remembered((stands: Json | undefined): readonly (Control | Choice)[] => {
        const document = {
          contactTypes: Object.fromEntries(contactTypes.map((name) => [name, {}])),
          ...(stands !== undefined && { [part]: stands }),
        };
        const choice = choiceOffered(document);
        return offeredIn<Omit<Control, keyof Offered> | Omit<Choice, keyof Offered>>(
          document,
          (value, node, group) => numberOffered(value, node) ?? unsetNumber(node) ?? choice(value, node, group),
          () => null,
          part,
        );
      }),
    ),
  ]),
);

const unsetNumber = (node: Node): Omit<Control, keyof Offered> | null =>
  node.kind === 'number' ? { description: plainDescription(node), isPlain: true } : null;

function choiceOffered(document: Json) {
  const contactTypes = contactTypesOf(document);
  return (_: Json | undefined, node: Node, group: Json | undefined): Omit<Choice, keyof Offered> | null => {
    switch (node.kind) {
      case 'choice':
        return { form: 'oneOf', options: node.names.filter((name) => canBegin(node.needs[name], group)), ofContactTypes: false };
      case 'flag':
        return { form: 'yesOrNo', options: [], ofContactTypes: false };
      case 'special': {
        if (node.offers === null) return null;
        const { options, several } = node.offers;
        const ofContactTypes = options === 'contactType';
        return { form: several ? 'someOf' : 'oneOf', options: ofContactTypes ? contactTypes : Object.keys(options), ofContactTypes };
      }
      default:
        return null;
    }
  };
}

const canBegin = (need: Needs[string] | undefined, group: Json | undefined): boolean =>
  need === undefined || need.first !== null || (isObject(group) && Object.hasOwn(group, need.key));

/** Whether a scenario has what an input is of: an event that a variant adds is not in the baseline. */
export const standsIn = (scenario: Json, input: Pick<Offered, 'path'>): boolean => reach(scenario, pathOf(input)) !== null;

/** What stands or holds at a choice in one scenario; null: something that is not offered, or nothing. */
export function chosenAt(scenario: Json, choice: Choice): Chosen | null {
  const reached = reach(scenario, pathOf(choice));
  if (reached === null) return null;
  const { node, typed } = reached;
  if (node.kind === 'choice' || node.kind === 'flag')
    return typeof typed === 'string' || typeof typed === 'boolean' ? typed : typed === undefined ? node.default : null;
  if (node.kind !== 'special' || node.offers === null) return null;
  const { usual, several } = node.offers;
  if (typed === undefined) return several && usual === null ? choice.options : usual;
  if (several) return isList(typed) ? choice.options.filter((option) => typed.includes(option)) : null;
  return choice.options.find((option) => saysSame(reached, option)) ?? null;
}

/** Whether two scenarios choose otherwise, by what it means: `60 min` and `1 h` are one. */
export function choosesOtherwise(baseline: Json, scenario: Json, choice: Choice): boolean {
  const [ours, theirs] = [baseline, scenario].map((each) => reach(each, pathOf(choice)));
  return !saysSame(ours ?? null, theirs?.typed);
}

/**
 * The document with a choice made in the baseline (`variant` null) or a variant, where `documentWith` writes it. What the option needs comes with
 * it, at the baseline's value or else a first one, and what only others need goes.
 */
export function documentChoosing(document: Json, variant: string | null, choice: Choice, chosen: Chosen): Patched {
  const path = pathOf(choice);
  const baseline = scenarioDocument(document, null);
  const node = baseline === null ? undefined : reach(baseline, path)?.node;
  const needs = node?.kind === 'choice' ? node.needs : {};
  const needed = typeof chosen === 'string' ? needs[chosen] : undefined;
  const all = node?.kind === 'special' && node.offers?.several === true && isList(chosen) && chosen.length === choice.options.length;
  let patched = documentWith(document, variant, choice, all ? null : chosen);
  for (const key of new Set(Object.values(needs).map((need) => need.key))) {
    if (!patched.ok) return patched;
    const beside = [...path.slice(0, -1), key];
    const scenario = scenarioDocument(patched.document, variant);
    const stands = scenario === null ? undefined : reach(scenario, beside)?.typed;
    const known = baseline === null ? undefined : reach(baseline, beside)?.typed;
    const value = key === needed?.key ? (stands ?? known ?? needed.first) : null;
    if (value !== (stands ?? null)) patched = documentWith(patched.document, variant, { path: formatPath(beside) }, value);
  }
  return patched;
}

/** The document in which a variant has the baseline's choice again, and what the baseline has with it. */
export function documentChoosingAsBaseline(document: Json, variant: string, choice: Choice): Patched {
  const path = pathOf(choice);
  const baseline = scenarioDocument(document, null) ?? {};
  const node = reach(baseline, path)?.node;
  const beside = Object.values(node?.kind === 'choice' ? node.needs : {}).map(({ key }) => [...path.slice(0, -1), key]);
  let patched: Patched = { ok: true, document };
  for (const place of [path, ...beside]) {
    if (!patched.ok) return patched;
    patched = documentWith(patched.document, variant, { path: formatPath(place) }, reach(baseline, place)?.typed ?? null);
  }
  return patched;
}
