import type { Path } from '../paths.ts';
import { channels, type Channel } from '../scenario.ts';
import { mustText } from '../mustTexts.ts';
import { descriptionAt, nodeAt } from '../schema/walk.ts';
import { correlatedClasses, readEnds } from '../schema/correlations.ts';
import { nearestOf } from '../units/amount.ts';
import { formatPath, isList, isObject, parsePath } from '../paths.ts';
import type { View } from './view.ts';

function known(view: View, path: Path, name: string, names: readonly string[]): void {
  // Where nothing is defined, that is the problem, and it is said elsewhere.
  if (names.length === 0 || names.includes(name)) return;
  const nearest = nearestOf(name, names);
  view.report(path, { code: 'reference', must: { rule: 'known', names }, got: name, ...(nearest === undefined ? {} : { nearest }) });
}

/** Where settings stand in one group with entries by contact type. */
const selfService: Path = ['levers', 'selfService'];

/** Keys that a group has beside the entries under names that the document chooses. */
function settingsOf(path: Path): readonly string[] {
  const node = nodeAt(path);
  return node?.kind === 'group' ? Object.keys(node.entries) : [];
}

/** Contact types and agent groups are named where they are defined and spelled alike everywhere else. */
export function checkReferences(view: View): void {
  const types = view.names(['contactTypes']);
  const groups = view.names(['agents']);
  const keysKnown = (path: Path, names: readonly string[], except: readonly string[] = []): void => {
    if (!isObject(view.at(path))) return;
    for (const name of view.names(path)) if (!except.includes(name)) known(view, [...path, name], name, names);
  };
  for (const group of groups) {
    const path = ['agents', group, 'skills'];
    const listed = isList(view.at(path));
    view.names(path).forEach((name, i) => known(view, [...path, listed ? i : name], name, types));
    if (view.at(path) !== undefined && view.names(path).length === 0)
      view.report(path, { code: 'missing', must: { rule: 'present' }, got: view.at(path) });
  }
  const skills = new Set(groups.flatMap((group) => view.names(['agents', group, 'skills'])));
  for (const type of types)
    if (!skills.has(type) && groups.length > 0)
      view.report(['contactTypes', type], { code: 'reference', must: mustText('skilledGroup'), got: type });
    else for (const channel of channels) checkServed(view, type, channel, groups);
  if (isObject(view.at(['contactTypes'])) && types.length === 0)
    view.report(['contactTypes'], { code: 'missing', must: { rule: 'present' }, got: null });
  if (isObject(view.at(['agents'])) && groups.length === 0)
    view.report(['agents'], { code: 'missing', must: { rule: 'present' }, got: null });
  keysKnown(['levers', 'ivr', 'containment'], types);
  const settings = settingsOf(selfService);
  keysKnown(selfService, types, settings);
  for (const name of settings) {
    const key = formatPath([...selfService, name]);
    if (types.includes(name)) view.report(['contactTypes', name], { code: 'overlap', must: mustText('freeName', { key }), got: name });
  }
  keysKnown(['levers', 'rootCause'], types);
  keysKnown(['levers', 'routing', 'overflowAfter'], groups);
  keysKnown(['staffing', 'roster'], groups);
  keysKnown(['staffing', 'headcount'], groups);
  const events = view.at(['calendar', 'events']);
  if (isList(events))
    events.forEach((event, i) => {
      if (!isObject(event) || !isList(event['contactTypes'])) return;
      event['contactTypes'].forEach((name, j) => {
        if (typeof name === 'string') known(view, ['calendar', 'events', i, 'contactTypes', j], name, types);
      });
    });
  checkCorrelationEnds(view);
}

/** A contact type that comes by a channel has a group that serves it there. */
function checkServed(view: View, type: string, channel: Channel, groups: readonly string[]): void {
  const path: Path = ['contactTypes', type, 'channels', channel];
  const share = view.at(['contactTypes', type, 'channels']) === undefined ? Number(channel === 'phone') : (view.central(path) ?? 0);
  if (share === 0) return;
  const serves = (group: string): boolean => {
    const only = view.at(['agents', group, 'channels']);
    return view.names(['agents', group, 'skills']).includes(type) && (!isList(only) || only.includes(channel));
  };
  if (!groups.some(serves)) view.report(path, { code: 'reference', must: mustText('groupOnChannel', { channel }), got: view.at(path) });
}

function checkCorrelationEnds(view: View): void {
  for (const key of view.names(['correlations'])) {
    const ends = key === 'within' ? null : readEnds(key);
    if (ends === null) continue;
    const same = ends[0] === ends[1];
    if (same) view.report(['correlations', key], { code: 'reference', must: mustText('correlationEnds'), got: key });
    for (const end of same ? [] : ends) {
      if ((correlatedClasses as readonly string[]).includes(end)) continue;
      const path = parsePath(end);
      if (path.ok && path.path.length > 1 && descriptionAt(path.path) !== null && standsInDocument(view, path.path)) continue;
      const nearest = nearestOf(end, correlatedClasses);
      const must = { rule: 'known', names: correlatedClasses } as const;
      view.report(['correlations', key], { code: 'reference', must, got: end, ...(nearest === undefined ? {} : { nearest }) });
    }
  }
}

/** Contact types and groups in a path exist; the rest of it may be at its defaults. */
function standsInDocument(view: View, path: Path): boolean {
  const [part, name] = path;
  if ((part === 'contactTypes' || part === 'agents') && typeof name === 'string') return view.names([part]).includes(name);
  return true;
}
