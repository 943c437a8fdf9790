/** A bank that lets its IVR identify callers. The figures illustrate; they are nobody's. */
export const bankIvrVerification = `percall: 1
name: Bank, IVR verification
note: 240k calls reach the IVR in a month; 28% end there and 173k ask for an agent, who spends 42 s on identifying the caller.
source: illustrative
currency: USD
timeZone: America/New_York
period: month
horizon: { start: 2026-03-02, weeks: 4 }
calendar:
  interval: 30 min
  weekStarts: monday
  open: { mon-fri: "08:00-20:00", sat: "09:00-14:00" }
  dayWeights: { mon: 1.18, tue: 1.05, wed: 0.98, thu: 0.96, fri: 1.01, sat: 0.4 }
  dayShape: twin-peak
contactTypes:
  accounts:
    volume: 121k per month ±10%
    variation: { dayToDay: 8%, shared: 70%, withinDay: 5% }
    channels: { phone: 100% }
    handleTime: { phone: { mean: 318 s ±5%, cv: 0.9, afterContactWork: 50 s } }
    patience: { phone: { mean: 3 min, balk: 1% } }
    firstContactResolution: 78%
    repeat: { share: 60%, after: 1 day, handleTime: x1.1 }
    redial: { share: 45%, after: 10 min }
    difficulty: { selfService: 0.6, containment: 0.5 }
  cards:
    volume: 52k per month ±10%
    variation: { dayToDay: 9%, shared: 70%, withinDay: 5% }
    channels: { phone: 100% }
    handleTime: { phone: { mean: 408 s ±5%, cv: 1, afterContactWork: 60 s } }
    patience: { phone: { mean: 4 min, balk: 1% } }
    firstContactResolution: 74%
    repeat: { share: 65%, after: 1 day, handleTime: x1.1 }
    redial: { share: 55%, after: 10 min }
    difficulty: { selfService: 0.6, containment: 0.5 }
agents:
  account service:
    skills: [accounts]
    wage: { low: 17.66 per h, likely: 18.13 per h, high: 18.60 per h, note: 17.60 today and a rise of 3% expected }
    onCost: 28%
    shrinkage: 33% ±2.6 points
  card service:
    skills: [cards]
    wage: { low: 18.66 per h, likely: 19.16 per h, high: 19.66 per h, note: 18.60 today and a rise of 3% expected }
    onCost: 28%
    shrinkage: 33% ±2.6 points
staffing:
  plan: to target
  response: re-plan
  forecastError: 5%
  scheduleEfficiency: 92%
  maxOccupancy: 85%
  people: { attrition: 33% per year, overtime: { premium: 50% } }
targets:
  serviceLevel: { atLeast: 80%, within: 20 s, rule: answered / offered }
  abandonment: { atMost: 5% }
costs:
  telephony: 0.018 per minute
  technology: 16000 per month
  softwareLicences: 105 per seat per month
  officeSpace: 230 per seat per month
  officeComputing: 60 per seat per month
  management: { oneFor: 14 agents, wage: 31 per h }
  hiring: 4200 per hire
  miscellaneous: 6000 per month
levers:
  ivr:
    time: 45 s
    costPerMinute: 0.02 per minute
    platform: 5000 per month
    hangUps: 2%
    verification: { offeredTo: 0%, success: 62% ±5 points, saves: 42 s ±10%, failureAdds: 10 s }
    containment: { accounts: 30%, cards: 23% }
investment: { years: 3 }
correlations: { volume~handleTime: 0.3, volume~shrinkage: 0.2 }
variants:
  - name: IVR verification
    note: Automated identification is offered to the 68% of callers who need to be identified.
    oneOff: 60000
    changes: { levers.ivr.verification.offeredTo: 68%, levers.ivr.platform: 14000 per month }
  - name: The vendor's promise
    note: The same, had nine in ten callers succeeded.
    oneOff: 60000
    changes:
      levers.ivr.verification.offeredTo: 68%
      levers.ivr.verification.success: 90%
      levers.ivr.platform: 14000 per month
  - name: Verification, staff by attrition
    note: Nobody is let go; those who leave are not replaced until the roster fits.
    response: transition
    oneOff: 60000
    changes:
      levers.ivr.verification.offeredTo: 68%
      levers.ivr.platform: 14000 per month
      staffing.people: { attrition: 33% per year, hireLag: 2 weeks, training: 1 week, ramp: 1 week, overtime: { premium: 50% } }
  - name: Verification, roster locked
    note: The same minutes are saved, and nobody's hours are changed.
    response: locked
    oneOff: 60000
    changes: { levers.ivr.verification.offeredTo: 68%, levers.ivr.platform: 14000 per month }
replications: 4096
seed: bank
`;
