/** A software company whose customers write more than they call. The figures illustrate; they are nobody's. */
export const saasSupport = `percall: 1
name: SaaS support
note: 18k e-mails, 12k chats and 3,500 calls in a month. A help centre would answer some of them before anyone writes.
source: illustrative
currency: USD
timeZone: America/Los_Angeles
period: month
horizon: { start: 2026-04-06, weeks: 4 }
calendar:
  interval: 30 min
  weekStarts: monday
  open: { mon-fri: "06:00-18:00" }
  dayWeights: { mon: 1.16, tue: 1.08, wed: 1, thu: 0.94, fri: 0.82 }
  dayShape: twin-peak
contactTypes:
  questions:
    volume: 33.5k per month ±10%
    variation: { dayToDay: 12%, shared: 100%, withinDay: 7% }
    channels: { email: 53.73%, chat: 35.82%, phone: 10.45% }
    handleTime:
      email: { mean: 690 s ±5%, cv: 1.1 }
      chat: { mean: 780 s ±5%, cv: 1, afterContactWork: 70 s }
      phone: { mean: 660 s ±5%, cv: 1, afterContactWork: 90 s }
    patience: { phone: { mean: 4 min, balk: 1% }, chat: { mean: 4 min } }
    firstContactResolution: 72%
    repeat: { share: 75%, after: 1 day, handleTime: x1.1 }
    redial: { share: 55%, after: 20 min }
    difficulty: { selfService: 0.6, containment: 0.5 }
channels:
  chat: { concurrency: { cap: 3, stretch: 20%, measuredAt: 2.1 } }
  email: { respondWithin: 8 h }
agents:
  phone team:
    skills: [questions]
    channels: [phone]
    wage: { low: 27.09 per h, likely: 27.81 per h, high: 28.53 per h, note: 27 today and a rise of 3% expected }
    onCost: 28%
    shrinkage: 31% ±2.6 points
  mail team:
    skills: [questions]
    channels: [email]
    wage: { low: 27.09 per h, likely: 27.81 per h, high: 28.53 per h, note: 27 today and a rise of 3% expected }
    onCost: 28%
    shrinkage: 31% ±2.6 points
  chat:
    skills: [questions]
    channels: [chat]
    wage: { low: 27.09 per h, likely: 27.81 per h, high: 28.53 per h, note: 27 today and a rise of 3% expected }
    onCost: 28%
    shrinkage: 31% ±2.6 points
staffing:
  plan: to target
  response: re-plan
  forecastError: 6%
  scheduleEfficiency: 92%
  maxOccupancy: 85%
  people: { attrition: 24% per year, overtime: { premium: 50% } }
targets:
  serviceLevel: { phone: { atLeast: 80%, within: 20 s }, chat: { atLeast: 80%, within: 60 s } }
  abandonment: { phone: { atMost: 5%, every: week }, chat: { atMost: 5% } }
  email: { atLeast: 90% }
costs:
  telephony: 0.02 per minute
  technology: 9000 per month
  softwareLicences: 160 per seat per month
  officeSpace: 260 per seat per month
  officeComputing: 80 per seat per month
  management: { oneFor: 12 agents, wage: 42 per h }
  hiring: 7800 per hire
  miscellaneous: 6000 per month
investment: { years: 3 }
correlations: { volume~handleTime: 0.3, volume~shrinkage: 0.2 }
variants:
  - name: Help centre, by its own count
    note: 30% look there first and half of them leave again. It counts 15% as deflected, as if nobody came back.
    changes:
      levers.selfService: { platform: 6500 per month, questions: { tries: 30% ±4 points, succeeds: 50%, failureAdds: 20 s, returnsWithin72h: 0% } }
  - name: Help centre
    note: A third of those who left come back within three days, so that 10% are deflected.
    changes:
      levers.selfService: { platform: 6500 per month, questions: { tries: 30% ±4 points, succeeds: 50%, failureAdds: 20 s, returnsWithin72h: 33% ±6 points } }
  - name: Help centre, roster locked
    note: The same contacts less, and nobody's hours are changed.
    response: locked
    changes:
      levers.selfService: { platform: 6500 per month, questions: { tries: 30% ±4 points, succeeds: 50%, failureAdds: 20 s, returnsWithin72h: 33% ±6 points } }
replications: 4096
seed: saas
`;
