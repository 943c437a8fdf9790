import { checkDocument, interpret, type Leaf, type Problem, type Scenario } from '@percall/scenario';

/** A document with one place for each quantity that a command line asks for: what is typed there is read as documents are. */
const documentWith = (typed: Partial<Record<'duration' | 'share' | 'count', string | number>>) => ({
  percall: 1,
  name: 'Command line',
  currency: 'USD',
  horizon: { start: '2026-01-05', weeks: 4 },
  calendar: { open: { 'mon-fri': '09:00-17:00' } },
  contactTypes: { calls: { volume: typed.count ?? 1, channels: { phone: '100%' }, handleTime: { phone: '1 min' } } },
  agents: { team: { skills: ['calls'], wage: '1 per h' } },
  levers: { ivr: { time: typed.duration ?? 0, hangUps: typed.share ?? 0 } },
});

const placeOf: Readonly<Record<'duration' | 'share' | 'count', (scenario: Scenario) => Leaf>> = {
  duration: ({ levers }) => levers.ivr.time,
  share: ({ levers }) => levers.ivr.hangUps,
  count: ({ contactTypes }) => contactTypes[0]!.volume,
};

export type ReadQuantity = { readonly ok: true; readonly value: number } | { readonly ok: false; readonly problem: Problem };

/** One amount as typed, in SI: seconds, a fraction, a count. A Problem's path is the flag it was typed after. */
export function readQuantity(flag: string, text: string, quantity: 'duration' | 'share' | 'count'): ReadQuantity {
  const answer = checkDocument(documentWith({ [quantity]: /^[\d.]+$/.test(text) ? Number(text) : text }));
  if (!answer.ok) return { ok: false, problem: { ...answer.problems[0]!, path: flag } };
  const { distribution } = placeOf[quantity](interpret(answer.document).scenarios[0]!.scenario);
  if (distribution.family !== 'certain') throw new Error(`${flag} reads as ${distribution.family}`);
  return { ok: true, value: distribution.value };
}
