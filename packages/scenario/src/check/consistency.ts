import type { Json } from '../document.ts';
import { isList, isObject, type Path } from '../paths.ts';
import { hint } from '../hintTexts.ts';
import { mustText } from '../mustTexts.ts';
import { problemAt } from '../problems.ts';
import { channels } from '../scenario.ts';
import { examples } from '../units/amount.ts';
import { normaliseText } from '../units/normalise.ts';
import { readPeriod } from '../units/period.ts';
import { spellValue } from '../units/spell.ts';
import { mostShrinkage } from '../schema/agents.ts';
import { periodOf, readLeaf, spellsNumber, splitSpread } from '../schema/readLeaf.ts';
import { handleTimeNeeds, patienceNeeds } from '../schema/contactTypes.ts';
import type { Needs } from '../schema/nodes.ts';
import { visitNumbers } from '../schema/walk.ts';
import type { View } from './view.ts';

/** Rounding of a few typed percentages; a share that somebody forgot is larger. */
const sumTolerance = 1e-6;

/** Numbers that only make sense together. */
export function checkConsistency(view: View): void {
  for (const type of view.names(['contactTypes'])) checkContactType(view, type);
  for (const group of view.names(['agents'])) checkShrinkage(view, ['agents', group, 'shrinkage']);
  checkTargets(view);
  checkStaffing(view);
  checkChat(view);
  checkCurrency(view);
  checkVolumePeriods(view);
  checkNames(view);
  const replications = view.at(['replications']);
  if (typeof replications === 'number' && Number.isInteger(replications) && replications >= 64 && replications % 8 !== 0)
    view.report(['replications'], { code: 'structure', must: mustText('multipleOf', { step: 8 }), got: replications });
}

function checkContactType(view: View, type: string): void {
  const path: Path = ['contactTypes', type];
  if (!isObject(view.at(path))) return;
  const given = view.at([...path, 'channels']);
  const shares = channels.map((channel) =>
    given === undefined ? (channel === 'phone' ? 1 : 0) : view.central([...path, 'channels', channel]),
  );
  if (given === undefined || isObject(given)) {
    const sum = shares.reduce<number>((total, share) => total + (share ?? Number.NaN), 0);
    if (Math.abs(sum - 1) > sumTolerance) view.report([...path, 'channels'], { code: 'sum', must: { rule: 'sumTo', total: 1 }, got: sum });
  }
  channels.forEach((channel, i) => {
    const here = [...path, 'handleTime', channel];
    const time = view.at(here);
    if (time === undefined && (shares[i] ?? 0) > 0) {
      // `handleTime: 330`: what is wrong is that it is no group, and the schema says so.
      const times = view.at([...path, 'handleTime']);
      if (times !== undefined && !isObject(times)) return;
      view.report(here, { code: 'missing', must: mustText('handleTimeOfChannel', { channel }), got: null });
      return;
    }
    const mean = view.central([...here, 'mean']);
    const after = view.central([...here, 'afterContactWork']);
    if (mean !== null && after !== null && after > 0 && after >= mean)
      view.report([...here, 'afterContactWork'], {
        code: 'range',
        must: mustText('shorterThanHandleTime'),
        got: view.at([...here, 'afterContactWork']),
      });
    checkFamily(view, here, handleTimeNeeds);
    const patience: Path = [...path, 'patience', channel];
    checkFamily(view, patience, patienceNeeds);
    checkShape(view, patience);
  });
}

/** Components together leave some of the paid time, as a single number must. */
function checkShrinkage(view: View, path: Path): void {
  const typed = view.at(path);
  if (!isObject(typed) || spellsNumber(typed)) return;
  let left = 1;
  for (const [name, component] of Object.entries(typed)) {
    const share = view.central([...path, name]);
    if (share === null) return;
    left -= isObject(component) && component['of'] === 'paid' ? share : left * share;
  }
  if (1 - left > mostShrinkage + sumTolerance)
    view.report(path, { code: 'sum', must: mustText('shrinkageAtMost', { most: percent(mostShrinkage) }), got: percent(1 - left) });
}

const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`;

/** A law has the parameter that its family needs and none that only others use. */
function checkFamily(view: View, path: Path, needs: Needs): void {
  const law = view.at(path);
  if (!isObject(law)) return;
  const family = law['family'];
  const needed = typeof family === 'string' && Object.hasOwn(needs, family) ? needs[family]!.key : undefined;
  if (needed !== undefined && law[needed] === undefined)
    view.report([...path, needed], { code: 'missing', must: { rule: 'present' }, got: null });
  for (const key of new Set(Object.values(needs).map((need) => need.key))) {
    if (key === needed || law[key] === undefined) continue;
    const families = Object.keys(needs).filter((name) => needs[name]!.key === key);
    const names = families.join(' | ');
    view.report([...path, key], { code: 'structure', must: mustText('besideFamily', { families: names }), got: law[key] });
  }
}

/** Least shapes that a law of patience can have: a mixture of exponentials varies at least as much as one of them. */
const leastShapes: Readonly<Record<string, number>> = { weibull: 0.1, lognormal: 0.01, hyperexponential: 1 };

function checkShape(view: View, path: Path): void {
  const law = view.at(path);
  if (!isObject(law)) return;
  const { family, shape } = law;
  const low = typeof family === 'string' && Object.hasOwn(leastShapes, family) ? leastShapes[family] : undefined;
  if (low !== undefined && typeof shape === 'number' && shape < low)
    view.report([...path, 'shape'], { code: 'range', must: { rule: 'atLeast', low, quantity: 'number' }, got: shape });
  // Nobody's patience is below 0.
  if (family === 'uniform' && typeof shape === 'number' && shape > 1)
    view.report([...path, 'shape'], { code: 'range', must: { rule: 'between', low: 0, high: 1, quantity: 'number' }, got: shape });
}

const floors: readonly Path[] = [
  ['abandonment'],
  ['abandonment', 'phone'],
  ['abandonment', 'chat'],
  ['speedOfAnswer'],
  ['occupancy'],
  ['email'],
  ['social'],
  ['callbackPromise'],
  ['firstContactResolution'],
];

/** The plan's occupancy must leave room under a floor on it: planning at the floor breaks it in every other world. */
export const occupancyRoom = 0.03;

function checkTargets(view: View): void {
  for (const floor of floors) {
    const path = ['targets', ...floor];
    const typed = view.at(path);
    if (!isObject(typed) || 'phone' in typed || 'chat' in typed) continue;
    if (typed['atLeast'] === undefined && typed['atMost'] === undefined)
      view.report(path, { code: 'missing', must: mustText('oneBound'), got: typed });
    const low = view.central([...path, 'atLeast']);
    const high = view.central([...path, 'atMost']);
    if (low !== null && high !== null && low > high)
      view.report(path, { code: 'order', must: { rule: 'increasing' }, got: [typed['atLeast'], typed['atMost']] });
  }
  checkOccupancyRoom(view);
}

/** Of a plan to target: a roster and a headcount are not planned by an occupancy, nor is a plan that may fill all of the time. */
function checkOccupancyRoom(view: View): void {
  if ((view.at(['staffing', 'plan']) ?? 'to target') !== 'to target') return;
  const [ofTarget, ofPlan]: Path[] = [
    ['targets', 'occupancy', 'atMost'],
    ['staffing', 'maxOccupancy'],
  ];
  const ceiling = view.central(ofTarget!);
  const planned = view.central(ofPlan!);
  if (ceiling === null || planned === null || planned >= 1 || ceiling >= planned + occupancyRoom - sumTolerance) return;
  const points = occupancyRoom * 100;
  const most = spellValue('share', ceiling - occupancyRoom);
  // Where no target has room above the plan, the plan must come down.
  if (planned + occupancyRoom > 1 - sumTolerance)
    view.report(ofPlan!, {
      code: 'range',
      must: mustText('atMost', { most }),
      got: view.at(ofPlan!),
      hint: hint('belowOccupancyTarget', { points, target: spellValue('share', ceiling) }),
    });
  else
    view.report(ofTarget!, {
      code: 'range',
      must: { rule: 'atLeast', low: planned + occupancyRoom, quantity: 'share' },
      got: view.at(ofTarget!),
      hint: hint('aboveMaxOccupancy', { points, planned: spellValue('share', planned) }),
    });
}

function checkStaffing(view: View): void {
  const plan = view.at(['staffing', 'plan']);
  if (plan !== 'roster' && plan !== 'headcount') return;
  for (const group of view.names(['agents']))
    if (view.at(['staffing', plan, group]) === undefined)
      view.report(['staffing', plan, group], { code: 'missing', must: { rule: 'present' }, got: null });
}

function checkChat(view: View): void {
  const path = ['channels', 'chat', 'concurrency'];
  const cap = view.at([...path, 'cap']) ?? 3;
  const measuredAt = view.central([...path, 'measuredAt']);
  if (typeof cap !== 'number') return;
  if (measuredAt !== null && measuredAt > cap)
    view.report([...path, 'measuredAt'], {
      code: 'range',
      must: { rule: 'between', low: 1, high: cap, quantity: 'number' },
      got: view.at([...path, 'measuredAt']),
    });
  const times = view.at([...path, 'handleTimes']);
  if (isList(times) && times.length !== cap)
    view.report([...path, 'handleTimes'], { code: 'structure', must: mustText('oneTimePerChat', { cap }), got: times.length });
}

/** A currency code beside an amount is the document's. */
function checkCurrency(view: View): void {
  const currency = view.at(['currency']) ?? 'USD';
  if (typeof currency !== 'string') return;
  visitNumbers(view.document, (path, value, { quantity }) => {
    if (quantity !== 'cost' && quantity !== 'money') return;
    const look = (item: unknown, below: Path): void => {
      if (typeof item === 'string') {
        const code = /(?:^|[\d\s])([A-Z]{3})(?![A-Za-z])/.exec(normaliseText(item))?.[1];
        if (code !== undefined && code !== 'FTE' && code !== currency)
          view.report([...path, ...below], {
            code: 'unit',
            must: mustText('documentCurrency', { currency, example: examples[quantity] }),
            got: item,
          });
      } else if (isObject(item))
        for (const [key, inner] of Object.entries(item)) if (key !== 'note' && key !== 'source') look(inner, [...below, key]);
    };
    look(value, []);
  });
}

/** A volume has one period: beside values that name another than the document's none can go without. */
function checkVolumePeriods(view: View): void {
  const period = view.at(['period']) ?? 'month';
  visitNumbers(view.document, (path, value, description) => {
    const read = description.perPeriod === true ? readLeaf(value, description) : null;
    const named = read?.ok === true ? periodOf(read.value) : null;
    if (named === null || named === period) return;
    // A standard deviation is a width, as what follows a `±` is: in the unit of the values.
    const beside = ['sd', 'source', 'note', ...Object.keys(description.beside ?? {})];
    const look = (item: Json, below: Path): void => {
      if (isList(item)) item.forEach((inner, i) => look(inner, [...below, i]));
      else if (isObject(item)) {
        for (const [key, inner] of Object.entries(item)) if (!beside.includes(key)) look(inner, [...below, key]);
      } else if (!namesPeriod(item))
        view.report([...path, ...below], { code: 'unit', must: mustText('samePeriod', { basis: `per ${named}` }), got: item });
    };
    look(value, []);
  });
}

const namesPeriod = (value: Json): boolean =>
  typeof value === 'string' && readPeriod(normaliseText(splitSpread(value, { perPeriod: true })?.[0] ?? value)) !== null;

/** The name of the baseline in results. */
export const baselineName = 'baseline';

function checkNames(view: View): void {
  for (const path of [['variants'], ['calendar', 'events']]) {
    const items = view.at(path);
    if (!isList(items)) continue;
    const seen = new Set<unknown>(path[0] === 'variants' ? [baselineName] : []);
    items.forEach((item, i) => {
      const name = isObject(item) ? item['name'] : undefined;
      if (typeof name !== 'string') return;
      if (seen.has(name)) view.problems.push(uniqueNameProblem([...path, i, 'name'], name));
      seen.add(name);
    });
  }
}

const uniqueNameProblem = (path: Path, name: string) => problemAt(path, { code: 'overlap', must: mustText('uniqueName'), got: name });
