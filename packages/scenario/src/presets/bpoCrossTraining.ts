/** An outsourcer with three clients. The figures illustrate; they are nobody's. */
export const bpoCrossTraining = `percall: 1
name: Outsourcer, many skills
note: Three clients, each with a team of its own. Agents who can also take the calls of the other two would be paid 4% more and take 5% longer over them.
source: illustrative
currency: USD
timeZone: Asia/Manila
period: month
horizon: { start: 2026-03-02, weeks: 4 }
calendar:
  interval: 30 min
  weekStarts: monday
  open: { daily: "08:00-22:00" }
  dayWeights: { mon: 1.16, tue: 1.06, wed: 1.02, thu: 1, fri: 1.02, sat: 0.88, sun: 0.86 }
  dayShape: twin-peak
contactTypes:
  telecom:
    volume: 48k per month ±10%
    variation: { dayToDay: 9%, shared: 30%, withinDay: 6% }
    channels: { phone: 100% }
    handleTime: { phone: { mean: 330 s ±5%, cv: 0.9, afterContactWork: 45 s } }
    patience: { phone: { mean: 3 min, balk: 1% } }
    firstContactResolution: 77%
    repeat: { share: 60%, after: 1 day, handleTime: x1.1 }
    redial: { share: 45%, after: 10 min }
  retail:
    volume: 36k per month ±10%
    variation: { dayToDay: 9%, shared: 30%, withinDay: 6% }
    channels: { phone: 100% }
    handleTime: { phone: { mean: 420 s ±5%, cv: 0.9, afterContactWork: 60 s } }
    patience: { phone: { mean: 3 min, balk: 1% } }
    firstContactResolution: 74%
    repeat: { share: 60%, after: 1 day, handleTime: x1.1 }
    redial: { share: 45%, after: 10 min }
  insurance:
    volume: 26k per month ±10%
    variation: { dayToDay: 9%, shared: 30%, withinDay: 6% }
    channels: { phone: 100% }
    handleTime: { phone: { mean: 510 s ±5%, cv: 1, afterContactWork: 75 s } }
    patience: { phone: { mean: 4 min, balk: 1% } }
    firstContactResolution: 72%
    repeat: { share: 60%, after: 1 day, handleTime: x1.1 }
    redial: { share: 45%, after: 10 min }
agents:
  telecom team:
    skills: [telecom]
    wage: { low: 4.62 per h, likely: 4.74 per h, high: 4.86 per h, note: 4.60 today and a rise of 3% expected }
    onCost: 18%
    shrinkage: 30% ±2.6 points
  retail team:
    skills: [retail]
    wage: { low: 4.62 per h, likely: 4.74 per h, high: 4.86 per h, note: 4.60 today and a rise of 3% expected }
    onCost: 18%
    shrinkage: 30% ±2.6 points
  insurance team:
    skills: [insurance]
    wage: { low: 4.62 per h, likely: 4.74 per h, high: 4.86 per h, note: 4.60 today and a rise of 3% expected }
    onCost: 18%
    shrinkage: 30% ±2.6 points
staffing:
  plan: to target
  response: re-plan
  forecastError: 5%
  scheduleEfficiency: 92%
  maxOccupancy: 85%
  people: { attrition: 45% per year, overtime: { premium: 25% } }
targets:
  serviceLevel: { atLeast: 80%, within: 20 s, rule: answered / offered }
  abandonment: { atMost: 5% }
costs:
  telephony: 0.015 per minute
  technology: 9000 per month
  softwareLicences: 70 per seat per month
  officeSpace: 95 per seat per month
  officeComputing: 35 per seat per month
  management: { oneFor: 15 agents, wage: 8.50 per h }
  hiring: 650 per hire
  penalties: { serviceLevelBelow: 80%, amount: 2500 per week }
  miscellaneous: 4000 per month
levers:
  ivr: { time: 30 s, costPerMinute: 0.01 per minute, platform: 2500 per month, hangUps: 2% }
investment: { years: 3 }
correlations: { volume~handleTime: 0.3, volume~shrinkage: 0.2 }
variants:
  - name: 15% cross-skilled
    note: One agent in seven learns the other two clients' calls.
    response: re-plan
    oneOff: 9000
    changes: { levers.routing.crossSkilled: { share: 15%, handleTime: +5%, wage: +4% } }
  - name: 30% cross-skilled
    note: Nearly one in three.
    response: re-plan
    oneOff: 18000
    changes: { levers.routing.crossSkilled: { share: 30%, handleTime: +5%, wage: +4% } }
  - name: All cross-skilled
    note: One pool.
    response: re-plan
    oneOff: 60000
    changes: { levers.routing.crossSkilled: { share: 100%, handleTime: +5%, wage: +4% } }
replications: 4096
seed: cross-training
`;
