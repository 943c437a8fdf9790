import { applyChanges, leafDescriptions, type Json, type ScenarioDocument } from '@percall/scenario';
import { describe, expect, it } from 'vitest';
import { compileStudy, inputsHash, type Model } from '../../src/index.ts';
import { everythingWith } from '../support/everything.ts';

/** The same centre with its targets by channel. */
const byChannel = () =>
  everythingWith({
    'targets.serviceLevel': { phone: { atLeast: '80%', within: '20 s' }, chat: { atLeast: '80%', within: '60 s' } },
    'targets.abandonment': { phone: { atMost: '5%' }, chat: { atMost: '6%' } },
  });

/** The same centre with staff that take their time, and with staff that are given. */
const inTransition = () => everythingWith({ 'staffing.response': 'transition' });
const counted = () => everythingWith({ 'staffing.plan': 'headcount', 'staffing.headcount': { front: '90 FTE', back: '40 FTE' } });

/** The same centre with contacts by every channel, and callbacks, transfers, overflow and calls on which nobody speaks. */
const everyWay = () =>
  everythingWith({
    'contactTypes.sales.channels': { phone: '60%', chat: '20%', email: '15%', social: '5%' },
    'contactTypes.sales.handleTime.chat': { mean: '500 s', afterContactWork: '20 s' },
    'contactTypes.sales.handleTime.email': { mean: '600 s', afterContactWork: '20 s' },
    'contactTypes.sales.handleTime.social': { mean: '300 s', afterContactWork: '20 s' },
    'agents.back.skills': { help: 1, sales: { level: 2, handleTime: '+5%' } },
    'targets.serviceLevel': { phone: { atLeast: '80%', within: '20 s' }, chat: { atLeast: '80%', within: '60 s' } },
    'targets.abandonment': { phone: { atMost: '5%' }, chat: { atMost: '6%' } },
    'levers.callback.accepts': '30%',
    'levers.routing': { misroute: '5%', overflowAfter: { back: '30 s' } },
    'levers.ivr.unresponsiveCallers': { share: '3%', screened: '50%', falseDrops: '1%' },
  });

/** Names for the stars of a pattern, where the first fit is not the one. */
const names: readonly (readonly [pattern: string, path: string])[] = [
  ['variants[].ramp', 'variants.Verified.ramp'],
  ['contactTypes.*', 'contactTypes.sales'],
  ['agents.*.shrinkage.*', 'agents.front.shrinkage.leave'],
  ['agents.*.shrinkage', 'agents.back.shrinkage'],
  ['agents.*.skills.*', 'agents.front.skills.sales'],
  ['agents.*', 'agents.front'],
  ['levers.routing.overflowAfter.*', 'levers.routing.overflowAfter.back'],
  ['staffing.headcount.*', 'staffing.headcount.front'],
  ['calendar.events[]', 'calendar.events.storm'],
  ['variants[]', 'variants.Dearer'],
  ['levers.ivr.containment.*', 'levers.ivr.containment.sales'],
  ['levers.selfService.*', 'levers.selfService.sales'],
  ['levers.rootCause.*', 'levers.rootCause.sales'],
];

function pathOf(pattern: string): string {
  const [star, path] = names.find(([start]) => pattern === start || pattern.startsWith(`${start}.`)) ?? ['', ''];
  return path + pattern.slice(star.length);
}

/** What must be said beside a number for the document to be valid. */
const beside: Readonly<Record<string, Readonly<Record<string, Json>>>> = {
  'contactTypes.*.channels.phone': { 'contactTypes.sales.channels.chat': '29%', 'contactTypes.sales.handleTime.chat': '400 s' },
  'contactTypes.*.channels.chat': { 'contactTypes.sales.channels.phone': '59%' },
  'contactTypes.*.channels.email': { 'contactTypes.sales.channels.phone': '59%' },
  'contactTypes.*.channels.social': { 'contactTypes.sales.channels.phone': '59%' },
  'levers.routing.crossSkilled.handleTime': { 'levers.routing.crossSkilled.share': '20%' },
  'levers.routing.crossSkilled.wage': { 'levers.routing.crossSkilled.share': '20%' },
  'levers.callback.offerWhenQueueExceeds': { 'levers.callback.offerWhen': 'queueLength' },
};

/** Values that fit the document where a description's example does not. */
const fitting: Readonly<Record<string, string>> = {
  'contactTypes.*.handleTime.chat.cv': '0.7',
  'contactTypes.*.handleTime.email.cv': '0.7',
  'contactTypes.*.handleTime.social.cv': '0.7',
  'contactTypes.*.channels.chat': '21%',
  'contactTypes.*.channels.email': '16%',
  'contactTypes.*.channels.social': '6%',
  'contactTypes.*.patience.phone.balk': '3%',
  'targets.abandonment.atLeast': '0.1%',
  'targets.abandonment.phone.atLeast': '0.1%',
  'targets.abandonment.chat.atLeast': '0.1%',
  'targets.occupancy.atMost': '95%',
  'targets.firstContactResolution.atMost': '90%',
};

/** A description's example, a little higher: `65%` becomes `66%`, `x1.1` becomes `x1.2`. */
const another = (example: string): string =>
  example.replace(/\d+(\.\d+)?/, (number, decimals: string | undefined) =>
    decimals === undefined ? String(Number(number) + 1) : (Number(number) + 0.1).toFixed(2),
  );

interface Compiled {
  readonly refused: readonly string[];
  readonly warned: readonly string[];
  readonly models: readonly Model[];
}

function compiled(document: ScenarioDocument): Compiled {
  const answer = compileStudy(document);
  if (!answer.ok) return { refused: answer.problems.map(({ code, path }) => `${code} ${path}`), warned: [], models: [] };
  return { refused: [], warned: answer.warnings.map(({ path }) => path), models: answer.study.models };
}

/** Paths of leaves that differ, and whether anything else of the models does. */
function changeBetween(before: readonly Model[], after: readonly Model[]): { readonly leaves: readonly string[]; readonly any: boolean } {
  const leaves = new Set<string>();
  before.forEach((model, index) => {
    const others = new Map(after[index]!.leaves.map((leaf) => [leaf.path, JSON.stringify(leaf)]));
    for (const leaf of model.leaves) if (others.get(leaf.path) !== JSON.stringify(leaf)) leaves.add(leaf.path);
    const known = new Set(model.leaves.map(({ path }) => path));
    for (const path of others.keys()) if (!known.has(path)) leaves.add(path);
  });
  return { leaves: [...leaves], any: inputsHash(before) !== inputsHash(after) };
}

describe('every number that a document can hold is read', () => {
  /** Numbers that are judged by, and not drawn: no leaves. */
  const settings = [
    'calendar.closeGrace',
    'variants[].ramp',
    'targets.chance',
    'targets.tolerance.serviceLevel',
    'targets.tolerance.abandonment',
    'targets.tolerance.speedOfAnswer',
  ];
  const bases = {
    together: everythingWith(),
    byChannel: byChannel(),
    inTransition: inTransition(),
    counted: counted(),
    everyWay: everyWay(),
  };
  const compiledBases = {
    together: compiled(bases.together),
    byChannel: compiled(bases.byChannel),
    inTransition: compiled(bases.inTransition),
    counted: compiled(bases.counted),
    everyWay: compiled(bases.everyWay),
  };
  const baseOf = (pattern: string): keyof typeof bases => {
    if (/\.(chat|email|social)(\.|$)|callback|overflowAfter|unresponsiveCallers|routing/.test(pattern)) return 'everyWay';
    if (/^targets\.(serviceLevel|abandonment)\.phone/.test(pattern)) return 'byChannel';
    if (/^staffing\.people\.(hireLag|training|ramp|severance|overtime\.max)/.test(pattern)) return 'inTransition';
    return pattern.startsWith('staffing.headcount.') ? 'counted' : 'together';
  };

  it.each(leafDescriptions().map(({ pattern, description }) => [pattern, description.example] as const))('%s', (pattern, example) => {
    const base = baseOf(pattern);
    const path = pathOf(pattern);
    const inVariant = /^variants\.(\w+)\.(.*)$/.exec(path);
    const document = bases[base];
    const value = fitting[pattern] ?? another(example);
    const changed = inVariant
      ? everythingWith(
          {},
          {
            variants: (document.variants as readonly { readonly name: string }[]).map((variant) => ({
              ...variant,
              ...(variant.name === inVariant[1] ? { [inVariant[2]!]: value } : {}),
            })) as Json,
          },
        )
      : edit(document, { ...beside[pattern], [path]: value });
    const before = compiledBases[base];
    const after = compiled(changed);
    expect(after.refused).toEqual([]);
    const { leaves, any } = changeBetween(before.models, after.models);
    expect(any).toBe(true);
    const own = inVariant
      ? leaves.filter((leaf) => leaf.endsWith(inVariant[2]!))
      : leaves.filter((leaf) => leaf === path || leaf === `${path}.amount`);
    if (!settings.includes(pattern)) expect(own, leaves.join()).toHaveLength(1);
  });

  function edit(document: ScenarioDocument, changes: Readonly<Record<string, Json>>): ScenarioDocument {
    const changed = applyChanges(document, changes);
    if (!changed.ok) throw new Error(JSON.stringify(changed.problems));
    return changed.document;
  }
});
