import {
  channels,
  controlsOf,
  documentWith,
  documentWithout,
  formatPath,
  getAt,
  scenarioDocument,
  setAt,
  valueAt,
  withCentral,
  type Channel,
  type Control,
  type Json,
  type Patched,
} from '@percall/scenario';
import { placeholder, placeholderLike } from './placeholder.ts';
import { draftOf, skillsOf, type PlaceholderNotes, type Thinned } from './structure.ts';
import { variantNames, type Edit, type Work } from './work.ts';

const pattern = /^contactTypes\.\*\.channels\.\w+$/;

/** Whether a number is the share of a channel: it moves the others, which add up to 100% with it. */
export const isChannelShare = ({ pattern: of }: Pick<Control, 'pattern'>): boolean => pattern.test(of);

const sharePath = (type: string, channel: string): string => formatPath(['contactTypes', type, 'channels', channel]);

/** The share of every channel of a contact type, in the order of the channels. */
function sharesOf(
  scenario: Json,
  type: string,
): readonly { readonly channel: Channel; readonly control: Control; readonly share: number }[] {
  const controls = controlsOf(scenario);
  return channels.flatMap((channel) => {
    const control = controls.find(({ path }) => path === sharePath(type, channel));
    return control === undefined ? [] : [{ channel, control, share: valueAt(scenario, control)?.central ?? 0 }];
  });
}

/** Channels that a contact type comes by. */
export const channelsOf = (scenario: Json, type: string): readonly Channel[] =>
  sharesOf(scenario, type).flatMap(({ channel, share }) => (share > 0 ? [channel] : []));

/** Edits one after the other, until one cannot be made. */
const inTurn = (document: Json, steps: readonly ((document: Json) => Patched)[]): Patched =>
  steps.reduce<Patched>((patched, step) => (patched.ok ? step(patched.document) : patched), { ok: true, document });

const scenarioOf = (document: Json, variant: string | null): Json => scenarioDocument(document, variant) ?? {};

/**
 * A share of a channel as it was typed or dragged: what it takes or leaves goes to the other channels, in the proportions that they have in
 * `from`, the scenario as it was when a drag began. A channel that nobody came by gets a handle time and a group that serves it.
 */
export const sharing =
  (control: Control, value: Json, from: Json, notes: PlaceholderNotes): Edit =>
  (work) => {
    const [type] = control.names as readonly [string];
    const channel = control.path.slice(control.path.lastIndexOf('.') + 1) as Channel;
    const { document, selected } = work;
    return draftOf(
      work,
      inTurn(document, [
        (next) => documentWith(next, selected, control, value),
        (next) => others(next, selected, type, channel, from),
        (next) => served(next, selected, type, channel, notes),
      ]),
    );
  };

/** Back to the baseline's shares, all of them: they stand and fall together. */
export const sharesReset =
  (control: Control): Edit =>
  (work) => {
    const { document, selected } = work;
    const [type] = control.names as readonly [string];
    if (selected === null) return work;
    const shares = sharesOf(scenarioOf(document, selected), type);
    return draftOf(
      work,
      inTurn(
        document,
        shares.map((each) => (next: Json) => documentWithout(next, selected, each.control)),
      ),
    );
  };

function others(document: Json, variant: string | null, type: string, channel: Channel, from: Json): Patched {
  const before = sharesOf(from, type).filter((each) => each.channel !== channel && each.share > 0);
  const total = before.reduce((sum, { share }) => sum + share, 0);
  const largest = before.reduce<(typeof before)[number] | null>(
    (most, each) => (most === null || each.share > most.share ? each : most),
    null,
  );
  const shareOf = (scenario: Json, of: Channel): number => sharesOf(scenario, type).find((each) => each.channel === of)?.share ?? 0;
  const taken = shareOf(scenarioOf(document, variant), channel);
  // Nothing to share among: the check says what is wrong with the sum. The largest comes last, with what rounding has left.
  return inTurn(
    document,
    [...before.filter((each) => each !== largest), ...(largest === null ? [] : [largest])].map((each) => (next: Json) => {
      const scenario = scenarioOf(next, variant);
      const beside = before.filter((other) => other !== each).reduce((sum, other) => sum + shareOf(scenario, other.channel), taken);
      const share = each === largest ? Math.max(0, 1 - beside) : Number((((1 - taken) * each.share) / total).toFixed(4));
      return documentWith(next, variant, each.control, withCentral(from, each.control, share));
    }),
  );
}

/** A channel in use has a handle time, and a group that serves the contact type on it. */
function served(document: Json, variant: string | null, type: string, channel: Channel, notes: PlaceholderNotes): Patched {
  const scenario = scenarioOf(document, variant);
  const shares = sharesOf(scenario, type).filter(({ share }) => share > 0);
  const steps: ((document: Json) => Patched)[] = [];
  const path = (of: string): string => formatPath(['contactTypes', type, 'handleTime', of, 'mean']);
  if (shares.some((each) => each.channel === channel) && getAt(scenario, ['contactTypes', type, 'handleTime', channel]) === undefined) {
    const [other] = [...shares].filter((each) => each.channel !== channel).sort((a, b) => b.share - a.share);
    const time = other === undefined ? null : placeholderLike(scenario, path(other.channel), notes.like(other.channel));
    const place = { path: formatPath(['contactTypes', type, 'handleTime', channel]) };
    if (time !== null) steps.push((next) => documentWith(next, variant, place, { mean: time }));
  }
  const able = Object.keys((getAt(scenario, ['agents']) ?? {}) as object).filter((group) => skillsOf(scenario, group).includes(type));
  const limited = able.map((group) => ({ group, only: getAt(scenario, ['agents', group, 'channels']) }));
  const [first] = limited;
  if (first !== undefined && limited.every(({ only }) => Array.isArray(only) && !(only as readonly Json[]).includes(channel)))
    steps.push((next) =>
      documentWith(next, variant, { path: formatPath(['agents', first.group, 'channels']) }, [...(first.only as readonly Json[]), channel]),
    );
  return inTurn(document, steps);
}

/** What a channel that is added begins with, where there is so much: a start to be moved. */
const firstShare = 0.1;

/** A contact type comes by one more channel in the selected scenario: a tenth of it, taken from the others. */
export const addedChannel =
  (type: string, channel: Channel, notes: PlaceholderNotes): Edit =>
  (work) => {
    const scenario = scenarioOf(work.document, work.selected);
    const control = controlsOf(scenario).find(({ path }) => path === sharePath(type, channel));
    if (control === undefined) return work;
    return sharing(control, placeholder(`${firstShare * 100}%`, notes.share), scenario, notes)(work);
  };

/**
 * A contact type comes by a channel no more in the selected scenario: its share goes to the others. What the baseline said of it alone goes too,
 * where no variant has that channel.
 */
export const removedChannel =
  (type: string, channel: Channel): ((work: Work) => Thinned) =>
  (work) => {
    const { document, selected } = work;
    const scenario = scenarioOf(document, selected);
    const mixed = inTurn(document, [
      (next) => documentWith(next, selected, { path: sharePath(type, channel) }, '0%'),
      (next) => others(next, selected, type, channel, scenario),
      (next) => {
        const shares = getAt(scenarioOf(next, selected), ['contactTypes', type, 'channels']);
        const kept = Object.entries((shares ?? {}) as Readonly<Record<string, Json>>).filter(([of]) => of !== channel);
        return documentWith(next, selected, { path: formatPath(['contactTypes', type, 'channels']) }, Object.fromEntries(kept));
      },
    ]);
    if (!mixed.ok) return { ...draftOf(work, mixed), gone: [] };
    const isUsed = [null, ...variantNames(document)].some((variant) =>
      channelsOf(scenarioOf(mixed.document, variant), type).includes(channel),
    );
    const places = ['handleTime', 'patience'].map((key) => ['contactTypes', type, key, channel]);
    const gone = selected !== null || isUsed ? [] : places.filter((place) => getAt(document, place) !== undefined);
    const patched = inTurn(
      mixed.document,
      gone.map((place) => (next: Json) => setAt(next, place, null)),
    );
    return { ...draftOf(work, patched), gone: gone.map((place) => formatPath(place)) };
  };
