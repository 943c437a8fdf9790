/** A telecom operator before its peak season. The figures illustrate; they are nobody's. */
export const telecomPeak = `percall: 1
name: Telecom, peak season
note: 620k calls reach the IVR in a month; 22% end there and 484k ask for an agent. The peak brings 30% more and takes 6% longer.
source: illustrative
currency: USD
timeZone: America/Chicago
period: month
horizon: { start: 2026-11-02, weeks: 4 }
calendar:
  interval: 30 min
  weekStarts: monday
  open: { daily: "08:00-22:00" }
  dayWeights: { mon: 1.2, tue: 1.08, wed: 1.02, thu: 1, fri: 1.04, sat: 0.9, sun: 0.76 }
  dayShape: twin-peak
contactTypes:
  billing:
    volume: 290k per month ±10%
    variation: { dayToDay: 9%, shared: 70%, withinDay: 5% }
    channels: { phone: 100% }
    handleTime: { phone: { mean: 380 s ±5%, cv: 0.9, afterContactWork: 55 s } }
    patience: { phone: { mean: 3 min, balk: 1% } }
    firstContactResolution: 76%
    repeat: { share: 65%, after: 1 day, handleTime: x1.1 }
    redial: { share: 50%, after: 10 min }
    difficulty: { selfService: 0.6, containment: 0.5 }
  technical:
    volume: 194k per month ±10%
    variation: { dayToDay: 11%, shared: 70%, withinDay: 6% }
    channels: { phone: 100% }
    handleTime: { phone: { mean: 505 s ±5%, cv: 1.1, afterContactWork: 70 s } }
    patience: { phone: { mean: 4 min, balk: 1% } }
    firstContactResolution: 68%
    repeat: { share: 70%, after: 1 day, handleTime: x1.1 }
    redial: { share: 55%, after: 10 min }
    difficulty: { selfService: 0.6, containment: 0.5 }
agents:
  billing desk:
    skills: [billing]
    wage: { low: 17.66 per h, likely: 18.13 per h, high: 18.60 per h, note: 17.60 today and a rise of 3% expected }
    onCost: 28%
    shrinkage: 33% ±2.6 points
  technical desk:
    skills: [technical]
    wage: { low: 17.66 per h, likely: 18.13 per h, high: 18.60 per h, note: 17.60 today and a rise of 3% expected }
    onCost: 28%
    shrinkage: 33% ±2.6 points
staffing:
  plan: to target
  response: re-plan
  forecastError: 5%
  scheduleEfficiency: 92%
  maxOccupancy: 85%
  people: { attrition: 38% per year, overtime: { premium: 50% } }
targets:
  serviceLevel: { atLeast: 80%, within: 20 s, rule: answered / offered }
  abandonment: { atMost: 5% }
costs:
  telephony: 0.014 per minute
  technology: 42000 per month
  softwareLicences: 110 per seat per month
  officeSpace: 210 per seat per month
  officeComputing: 55 per seat per month
  management: { oneFor: 15 agents, wage: 30 per h }
  hiring: 4200 per hire
  miscellaneous: 15000 per month
levers:
  ivr:
    time: 40 s
    costPerMinute: 0.02 per minute
    platform: 18000 per month
    hangUps: 3%
    containment: { billing: 26%, technical: 16% }
investment: { years: 3 }
correlations: { volume~handleTime: 0.3, volume~shrinkage: 0.2 }
variants:
  - name: Peak season, roster locked
    note: The season comes and nothing is done about it.
    response: locked
    changes:
      calendar.events: [{ name: peak season, days: 2026-11-02..2026-11-29, volume: x1.3, handleTime: +6% }]
  - name: Peak season, re-planned
    note: The roster is planned for the season.
    response: re-plan
    changes:
      calendar.events: [{ name: peak season, days: 2026-11-02..2026-11-29, volume: x1.3, handleTime: +6% }]
  - name: Peak season, overtime
    note: Nobody is hired; up to 20% more hours are worked at time and a half.
    response: transition
    changes:
      calendar.events: [{ name: peak season, days: 2026-11-02..2026-11-29, volume: x1.3, handleTime: +6% }]
      staffing.people: { attrition: 38% per year, hireLag: 4 weeks, training: 0, ramp: 0, overtime: { max: 20%, premium: 50% } }
  - name: Peak season, agency hires
    note: An agency sends people within a week; they are trained for a week and need two more to be as fast. Overtime fills what is missing.
    response: transition
    changes:
      calendar.events: [{ name: peak season, days: 2026-11-02..2026-11-29, volume: x1.3, handleTime: +6% }]
      staffing.people: { attrition: 38% per year, hireLag: 1 week, training: 1 week, ramp: 2 weeks, overtime: { max: 20%, premium: 50% } }
  - name: Peak season, callback
    note: Nothing else is done. Whoever would wait more than two minutes may be called back within two hours, when lines are free.
    response: locked
    changes:
      calendar.events: [{ name: peak season, days: 2026-11-02..2026-11-29, volume: x1.3, handleTime: +6% }]
      levers.callback: { offerWhenWaitExceeds: 120 s, accepts: 40%, reached: 80%, promise: 2 h, costPerAttempt: 0.03 per attempt, keepsPlace: false }
  - name: Peak season, more containment
    note: A better IVR takes part of the season.
    response: re-plan
    oneOff: 90000
    changes:
      calendar.events: [{ name: peak season, days: 2026-11-02..2026-11-29, volume: x1.3, handleTime: +6% }]
      levers.ivr.containment: { billing: 33% ±3 points, technical: 21% ±3 points }
      levers.ivr.platform: 30000 per month
replications: 4096
seed: telecom
`;
