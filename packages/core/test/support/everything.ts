import { applyChanges, checkDocument, type Json, type ScenarioDocument } from '@percall/scenario';

/** A small centre that uses all there is: two lines and two teams, every target, cost and lever, ranges and correlations, three variants. */
const everything = {
  percall: 1,
  name: 'Everything',
  currency: 'EUR',
  period: 'week',
  horizon: { start: '2026-01-05', weeks: 1 },
  calendar: {
    interval: '30 min',
    open: { 'mon-fri': '09:00-13:00' },
    dayShape: 'twin-peak',
    closeGrace: '5 min',
    events: [{ name: 'storm', days: '2026-01-06..2026-01-06', volume: 'x1.6', handleTime: '+10%' }],
  },
  contactTypes: {
    sales: {
      volume: '5k ±10%',
      variation: { dayToDay: '8%', shared: '70%', withinDay: '5%' },
      channels: { phone: '100%' },
      handleTime: { phone: { mean: '300 s ±5%', afterContactWork: '45 s', cv: 0.9 } },
      patience: { phone: { mean: '3 min', balk: '2%' } },
      firstContactResolution: { low: '72%', likely: '76%', high: '80%' },
      repeat: { share: '60%', after: '1 day', handleTime: 'x1.1' },
      redial: { share: '45%', after: '10 min' },
      difficulty: { selfService: 0.6, containment: 0.5 },
    },
    help: {
      volume: '2k ±10%',
      channels: { phone: '100%' },
      handleTime: { phone: { mean: '400 s ±5%', afterContactWork: '60 s', cv: 1 } },
      patience: { phone: { mean: '4 min', balk: '1%' } },
    },
  },
  agents: {
    front: { skills: ['sales'], wage: '20 per h ±5%', onCost: '25%', shrinkage: { leave: '12%', sickness: '5% ±1 points' } },
    back: { skills: ['help'], wage: '22 per h ±5%', onCost: '25%', shrinkage: '30% ±2 points' },
  },
  staffing: {
    forecastError: '5%',
    scheduleEfficiency: '92%',
    maxOccupancy: '88%',
    minimumAgents: 2,
    people: { attrition: '33% per year', overtime: { premium: '50%' } },
  },
  quality: { csat: { base: '86%', perMinuteWaited: '-2 points', perRepeat: '-15 points', perTransfer: '-5 points', abandoned: '20%' } },
  targets: {
    serviceLevel: { atLeast: '80%', within: '20 s', rule: 'answered / offered' },
    abandonment: { atMost: '5%' },
    speedOfAnswer: { atMost: '40 s' },
    occupancy: { atLeast: '30%' },
    firstContactResolution: { atLeast: '60%' },
    chance: '90%',
    tolerance: { serviceLevel: '0.5 points', abandonment: '0.2 points', speedOfAnswer: '1 s' },
  },
  costs: {
    telephony: '0.018 per minute',
    technology: '16000 per month',
    softwareLicences: '105 per seat per month',
    officeSpace: '230 per seat per month',
    officeComputing: '60 per seat per month',
    management: { oneFor: '14 agents', wage: '31 per h', onCost: '28%' },
    hiring: '4200 per hire',
    taxes: '100 per month',
    penalties: { serviceLevelBelow: '78%', amount: '5000 per month' },
    miscellaneous: '6000 per month',
  },
  levers: {
    ivr: {
      time: '45 s',
      costPerMinute: '0.02 per minute',
      platform: '5000 per month',
      hangUps: '2%',
      verification: { offeredTo: '10%', success: '62% ±5 points', saves: '42 s ±10%', failureAdds: '10 s' },
      containment: { sales: '20%', help: '15%' },
    },
    selfService: {
      costPerSession: '0.1 per session',
      platform: '2000 per month',
      sales: { tries: '20%', succeeds: '50%', failureAdds: '25 s', returnsWithin72h: '8%' },
    },
    software: { handleTime: '-4%', firstContactResolution: '1 points', licence: '45 per seat per month' },
    rootCause: { sales: { volume: '-5%', oneOff: '60000 once' } },
  },
  investment: { years: 3 },
  correlations: { 'volume~handleTime': 0.3, 'contactTypes.sales.firstContactResolution~volume': -0.2 },
  variants: [
    { name: 'Verified', changes: { 'levers.ivr.verification.offeredTo': '70%' } },
    { name: 'Verified, locked', response: 'locked', changes: { 'levers.ivr.verification.offeredTo': '70%' } },
    { name: 'Dearer', oneOff: '60000', changes: { 'agents.front.wage': '25 per h' } },
  ],
  replications: 64,
  seed: 'everything',
} as const satisfies Json;

/** `everything` with some paths changed and top-level keys replaced. Throws on any Problem. */
export function everythingWith(
  changes: Readonly<Record<string, Json>> = {},
  topLevel: Readonly<Record<string, Json>> = {},
): ScenarioDocument {
  const checked = checkDocument({ ...everything, ...topLevel });
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems, null, 1));
  const changed = applyChanges(checked.document, changes);
  if (!changed.ok) throw new Error(JSON.stringify(changed.problems, null, 1));
  return changed.document;
}

/** Its variants, for tests that put others beside them or take some away. */
export const everyVariant: readonly Json[] = everything.variants;
