/** A public-sector line whose budget decides how many agents there are. The figures illustrate; they are nobody's. */
export const publicSectorLine = `percall: 1
name: Public-sector line
note: 150k calls ask for an agent in a month; the budget pays 211 full-time agents, however many call.
source: illustrative
currency: USD
timeZone: America/New_York
period: month
horizon: { start: 2026-05-04, weeks: 4 }
calendar:
  interval: 30 min
  weekStarts: monday
  open: { mon-fri: "08:00-18:00" }
  dayWeights: { mon: 1.24, tue: 1.08, wed: 0.96, thu: 0.88, fri: 0.84 }
  dayShape: morning-peak
contactTypes:
  citizens:
    volume: 150k per month ±10%
    variation: { dayToDay: 9%, shared: 100%, withinDay: 5% }
    channels: { phone: 100% }
    handleTime: { phone: { mean: 720 s ±5%, cv: 1, afterContactWork: 90 s } }
    patience: { phone: { mean: 10 min, balk: 1% } }
    firstContactResolution: 76%
    repeat: { share: 60%, after: 2 days, handleTime: x1.1 }
    redial: { share: 50%, after: 30 min }
    difficulty: { selfService: 0.6, containment: 0.5 }
agents:
  advisers:
    skills: [citizens]
    wage: { low: 22.10 per h, likely: 22.66 per h, high: 23.22 per h, note: 22.00 today and a rise of 3% expected }
    onCost: 32%
    shrinkage: 36% ±2.6 points
staffing:
  plan: headcount
  headcount: { advisers: 211 FTE }
  response: re-plan
  forecastError: 5%
  scheduleEfficiency: 92%
  maxOccupancy: 85%
  people: { attrition: 22% per year, overtime: { premium: 50% } }
targets:
  serviceLevel: { atLeast: 80%, within: 20 s, rule: answered / offered }
  abandonment: { atMost: 5% }
costs:
  telephony: 0.016 per minute
  technology: 15000 per month
  softwareLicences: 95 per seat per month
  officeSpace: 220 per seat per month
  officeComputing: 55 per seat per month
  management: { oneFor: 14 agents, wage: 33 per h }
  hiring: 4000 per hire
  miscellaneous: 6000 per month
levers:
  ivr: { time: 55 s, costPerMinute: 0.02 per minute, platform: 8000 per month, hangUps: 2%, containment: { citizens: 15% } }
investment: { years: 3 }
correlations: { volume~handleTime: 0.3, volume~shrinkage: 0.2 }
variants:
  - name: Staffed to the target
    note: What it costs to answer as the target asks.
    response: re-plan
    changes: { staffing.plan: to target, staffing.headcount: null }
  - name: A tenth fewer agents
    note: The budget is cut, and the cost per need falls again.
    response: re-plan
    changes: { staffing.headcount.advisers: 190 FTE }
replications: 4096
seed: public sector
`;
