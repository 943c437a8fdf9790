/** A centre on the instant floor whose numbers come from every family of ranges, with every cost, target and lever that this floor takes. */
export const everyRange = `
percall: 1
name: Every range
currency: EUR
period: month
headline: need
horizon: { start: 2026-01-05, weeks: 2 }
calendar:
  interval: 30 min
  weekStarts: sunday
  holidays: [2026-01-16]
  open: { mon-wed: '09:00-12:00', fri: '10:00-12:00' }
  dayWeights: { mon: 1.18, tue: 1.05, wed: 0.98 }
  dayShape: { mon-wed: twin-peak, fri: morning-peak }
  seasons: [1.04, 0.96]
  closeGrace: 1 min
  events: [{ name: storm, days: 2026-01-06..2026-01-07, volume: 'x1.4 ±10%', handleTime: +10%, contactTypes: [sales] }]
contactTypes:
  sales:
    volume: { low: 9k, likely: 10k, high: 11.5k }
    variation: { dayToDay: 8%, shared: 70%, withinDay: 5% }
    channels: { phone: 70%, chat: 20%, email: 10% }
    handleTime:
      phone: { mean: { lognormal: { mean: 300 s, sd: 20 s } }, cv: 0.9, family: gamma, afterContactWork: 45 s }
      chat: { mean: { pert: { low: 400 s, likely: 460 s, high: 600 s } }, cv: 1.2, family: weibull }
      email: { mean: { triangular: { low: 300 s, likely: 360 s, high: 480 s } }, family: deterministic }
    patience:
      phone: { mean: { uniform: { low: 2 min, high: 4 min } }, balk: 2% }
      chat: { mean: { observed: [3 min, 4 min, 4 min, 6 min] }, balk: 1% }
    firstContactResolution: { beta: { mean: 76%, sd: 3 points } }
    repeat: { share: 60%, after: 1 day, handleTime: x1.1 }
    redial: { share: { metalog: { 10%: 35%, 30%: 42%, 50%: 45%, 90%: 60% } }, after: 10 min }
    difficulty: { selfService: 0.6, containment: 0.5 }
  help:
    volume: { normal: { mean: 3k, sd: 200 } }
    channels: { phone: 80%, social: 20% }
    handleTime:
      phone: { mean: 400 s ±5%, family: empirical, values: [200 s, 320 s, 400 s, 430 s, 11 min] }
      social: { mean: 200 s, family: erlang, shape: 3 }
    patience: { phone: { mean: { metalog: { 20%: 2 min, 50%: 3 min, 80%: 5 min } } } }
    firstContactResolution: { low: 66%, likely: 70%, high: 73%, measured: surveyed }
channels:
  phone: { trunks: 24 }
  chat: { concurrency: { cap: 3, handleTimes: [1, 1.2, 1.5] } }
  email: { respondWithin: 6 h, clock: true }
  social: { respondWithin: 2 h }
agents:
  front:
    skills: { sales: 1, help: { level: 2, handleTime: +10% } }
    channels: [phone, email, social]
    wage: { triangular: { low: 19 per h, likely: 20 per h, high: 23 per h } }
    onCost: 25%
    shrinkage: { leave: 12%, sickness: { low: 3%, likely: 4%, high: 6.5% }, training: 2% }
  back: { skills: [help], channels: [phone, social], wage: 22 per h ±5%, shrinkage: { beta: { mean: 30%, sd: 2 points } } }
  keys: { skills: [sales], channels: [chat], wage: { lognormal: { mean: 18 per h, sd: 1 per h } } }
staffing:
  forecastError: 5%
  scheduleEfficiency: 92%
  maxOccupancy: 88%
  minimumAgents: 2
  people: { attrition: 33% per year, hireLag: 1 week, training: 0, ramp: 1 week, overtime: { max: 15%, premium: 50% }, severance: 2500 }
targets:
  serviceLevel:
    phone: { atLeast: 80%, within: 20 s, rule: answered / (offered - short abandoned), every: week }
    chat: { atLeast: 75%, within: 60 s, every: interval }
  abandonment: { phone: { atMost: 6% } }
  speedOfAnswer: { atMost: 45 s }
  occupancy: { atMost: 92% }
  email: { atLeast: 85% }
  social: { atLeast: 80% }
  firstContactResolution: { atLeast: 60% }
  chance: 80%
quality: { csat: { base: 86%, perMinuteWaited: -2 points, perRepeat: -15 points, perTransfer: -5 points, abandoned: 20% } }
costs:
  telephony: 0.018 per minute
  technology: { amount: 12000 per month, perStarted: 20 seats }
  softwareLicences: 105 per seat per month
  officeSpace: { pert: { low: 200 per seat per month, likely: 230 per seat per month, high: 300 per seat per month } }
  officeComputing: 60 per fte per month
  chat: 0.05 per chat
  management: { oneFor: 14 agents, wage: 31 per h, onCost: 28% }
  hiring: 4200 per hire
  taxes: 100 per month
  penalties: { serviceLevelBelow: 78%, amount: 1200 per week }
  miscellaneous: 6000 per month
levers:
  ivr:
    time: 45 s
    costPerMinute: 0.02 per minute
    platform: 5000 per month
    hangUps: 2%
    verification: { offeredTo: 10%, success: 62% ±5 points, saves: 42 s ±10%, failureAdds: 10 s }
    containment: { sales: 20%, help: 15% }
    unresponsiveCallers: { share: 3%, screened: 60%, falseDrops: 2%, agentSeconds: 18 s }
  selfService:
    costPerSession: 0.1 per session
    platform: 2000 per month
    sales: { tries: 20%, succeeds: { beta: { mean: 50%, sd: 5 points } }, failureAdds: 25 s, returnsWithin72h: 8% }
  software: { handleTime: -4%, firstContactResolution: 1 points, licence: 45 per seat per month }
  rootCause: { sales: { volume: -5%, oneOff: 60000 once } }
  callback: { offerWhen: queueLength, offerWhenQueueExceeds: 2, accepts: 40%, keepsPlace: false, reached: 80%, promise: 60 min, costPerAttempt: 0.03 per attempt }
  routing: { misroute: 5%, transferAdds: 60 s }
investment: { years: 3, discount: 7% }
correlations:
  volume~handleTime: 0.3
  volume~shrinkage: 0.2
  contactTypes.sales.firstContactResolution~volume: -0.2
  within: { volume: 0.5, wage: 0.9 }
variants:
  - { name: 'Verified by steps', starts: 2026-01-08, ramp: 1 week, changes: { levers.ivr.verification.offeredTo: 70% } }
  - { name: 'Some for all', changes: { levers.routing.crossSkilled: { share: 20%, handleTime: +5%, wage: +4% } } }
  - { name: 'As many as there are', changes: { staffing.plan: headcount, staffing.headcount: { front: 9, back: 4, keys: 2.5 } } }
  - { name: 'By roster', changes: { staffing.plan: roster, staffing.roster: { front: { mon-wed: 8, fri: [7, 7, 6, 6] }, back: { mon-fri: 4 }, keys: { mon-fri: 2 } } } }
  - { name: 'Storm, hired for', oneOff: 60000, response: transition, changes: { calendar.events.storm.volume: x1.8 } }
replications: 64
seed: every range
`;
