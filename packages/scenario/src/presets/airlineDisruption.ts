/** An airline and three days of storm. The figures illustrate; they are nobody's. */
export const airlineDisruption = `percall: 1
name: Airline, disruption
note: 180k calls in a usual month, round the clock; a storm more than doubles three days of them.
source: illustrative
currency: USD
timeZone: America/New_York
period: month
horizon: { start: 2026-01-05, weeks: 4 }
calendar:
  interval: 30 min
  weekStarts: monday
  open: { daily: "24h" }
  dayWeights: { mon: 1.12, tue: 0.98, wed: 0.95, thu: 0.99, fri: 1.06, sat: 0.93, sun: 0.97 }
  dayShape: evening-peak
contactTypes:
  journeys:
    volume: 180k per month ±10%
    variation: { dayToDay: 10%, shared: 100%, withinDay: 6% }
    channels: { phone: 100% }
    handleTime: { phone: { mean: 520 s ±5%, cv: 1.1, afterContactWork: 60 s } }
    patience: { phone: { mean: 5 min, balk: 1% } }
    firstContactResolution: 75%
    repeat: { share: 65%, after: 12 h, handleTime: x1.1 }
    redial: { share: 60%, after: 15 min }
    difficulty: { selfService: 0.6, containment: 0.5 }
agents:
  reservations:
    skills: [journeys]
    wage: { low: 18.66 per h, likely: 19.16 per h, high: 19.66 per h, note: 18.60 today and a rise of 3% expected }
    onCost: 28%
    shrinkage: 33% ±2.6 points
staffing:
  plan: to target
  response: re-plan
  forecastError: 5%
  scheduleEfficiency: 92%
  maxOccupancy: 85%
  people: { attrition: 30% per year, overtime: { premium: 50% } }
targets:
  serviceLevel: { atLeast: 80%, within: 20 s, rule: answered / offered }
  abandonment: { atMost: 5% }
costs:
  telephony: 0.02 per minute
  technology: 30000 per month
  softwareLicences: 120 per seat per month
  officeSpace: 240 per seat per month
  officeComputing: 65 per seat per month
  management: { oneFor: 15 agents, wage: 33 per h }
  hiring: 5200 per hire
  miscellaneous: 9000 per month
levers:
  ivr: { time: 35 s, costPerMinute: 0.02 per minute, platform: 7000 per month, hangUps: 2% }
investment: { years: 3 }
correlations: { volume~handleTime: 0.3, volume~shrinkage: 0.2 }
variants:
  - name: Storm, roster locked
    note: Nobody comes in who was not on the roster.
    response: locked
    changes:
      calendar.events: [{ name: storm, days: 2026-01-20..2026-01-22, volume: x2.2, handleTime: +25% }]
  - name: Storm, overtime
    note: Those on the roster work up to 25% more in the week of the storm.
    response: transition
    changes:
      calendar.events: [{ name: storm, days: 2026-01-20..2026-01-22, volume: x2.2, handleTime: +25% }]
      staffing.people: { attrition: 30% per year, hireLag: 1 week, training: 1 week, ramp: 2 weeks, overtime: { max: 25%, premium: 50% } }
  - name: Storm, as if foreseen
    note: What it would have taken to keep the target on those days.
    response: re-plan
    changes:
      calendar.events: [{ name: storm, days: 2026-01-20..2026-01-22, volume: x2.2, handleTime: +25% }]
replications: 4096
seed: airline
`;
