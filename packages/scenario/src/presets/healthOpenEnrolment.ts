/** A health insurer whose members choose their plans once a year. The figures illustrate; they are nobody's. */
export const healthOpenEnrolment = `percall: 1
name: Health, open enrolment
note: 95k calls in a usual month; open enrolment brings 2.1 times as many from its fifth week on.
source: illustrative
currency: USD
timeZone: America/New_York
period: month
horizon: { start: 2026-10-05, weeks: 12 }
calendar:
  interval: 30 min
  weekStarts: monday
  open: { mon-fri: "07:00-19:00", sat: "09:00-13:00" }
  dayWeights: { mon: 1.22, tue: 1.06, wed: 0.98, thu: 0.95, fri: 0.92, sat: 0.3 }
  dayShape: morning-peak
contactTypes:
  members:
    volume: 95k per month ±10%
    variation: { dayToDay: 9%, shared: 100%, withinDay: 5% }
    channels: { phone: 100% }
    handleTime: { phone: { mean: 540 s ±5%, cv: 1, afterContactWork: 80 s } }
    patience: { phone: { mean: 4 min, balk: 1% } }
    firstContactResolution: 72%
    repeat: { share: 65%, after: 2 days, handleTime: x1.1 }
    redial: { share: 55%, after: 15 min }
    difficulty: { selfService: 0.6, containment: 0.5 }
agents:
  member service:
    skills: [members]
    wage: { low: 19.67 per h, likely: 20.19 per h, high: 20.71 per h, note: 19.60 today and a rise of 3% expected }
    onCost: 28%
    shrinkage: 33% ±2.6 points
staffing:
  plan: to target
  response: re-plan
  forecastError: 5%
  scheduleEfficiency: 92%
  maxOccupancy: 85%
  people: { attrition: 32% per year, hireLag: 2 weeks, training: 2 weeks, ramp: 6 weeks, overtime: { max: 10%, premium: 50% } }
targets:
  serviceLevel: { atLeast: 80%, within: 20 s, rule: answered / offered }
  abandonment: { atMost: 5% }
costs:
  telephony: 0.018 per minute
  technology: 14000 per month
  softwareLicences: 115 per seat per month
  officeSpace: 230 per seat per month
  officeComputing: 60 per seat per month
  management: { oneFor: 14 agents, wage: 33 per h }
  hiring: 4800 per hire
  miscellaneous: 6000 per month
levers:
  ivr: { time: 50 s, costPerMinute: 0.02 per minute, platform: 6000 per month, hangUps: 2% }
investment: { years: 3 }
correlations: { volume~handleTime: 0.3, volume~shrinkage: 0.2 }
variants:
  - name: Open enrolment, roster locked
    note: The usual roster meets the peak.
    response: locked
    changes:
      calendar.events: [{ name: open enrolment, days: 2026-11-02..2026-12-27, volume: x2.1 }]
  - name: Open enrolment, hired for its first day
    note: Decided four weeks before. New agents come on the first day and need six weeks to be as fast as others.
    response: transition
    changes:
      calendar.events: [{ name: open enrolment, days: 2026-11-02..2026-12-27, volume: x2.1 }]
  - name: Open enrolment, hired two weeks late
    note: Decided two weeks before.
    response: transition
    changes:
      calendar.events: [{ name: open enrolment, days: 2026-11-02..2026-12-27, volume: x2.1 }]
      staffing.people.hireLag: 4 weeks
  - name: Open enrolment, re-planned
    note: Staff for the peak, had they been hired and trained in time.
    response: re-plan
    changes:
      calendar.events: [{ name: open enrolment, days: 2026-11-02..2026-12-27, volume: x2.1 }]
replications: 4096
seed: enrolment
`;
