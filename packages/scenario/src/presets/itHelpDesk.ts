/** A company's own help desk, so small that one agent counts. The figures illustrate; they are nobody's. */
export const itHelpDesk = `percall: 1
name: IT help desk
note: 5,200 calls and 2,600 tickets in a month, for eleven seats.
source: illustrative
currency: USD
timeZone: America/Chicago
period: month
horizon: { start: 2026-06-01, weeks: 4 }
calendar:
  interval: 30 min
  weekStarts: monday
  open: { mon-fri: "07:00-18:00" }
  dayWeights: { mon: 1.2, tue: 1.04, wed: 0.96, thu: 0.94, fri: 0.86 }
  dayShape: morning-peak
contactTypes:
  incidents:
    volume: 7800 per month ±10%
    variation: { dayToDay: 15%, shared: 100%, withinDay: 8% }
    channels: { phone: 66.67%, email: 33.33% }
    handleTime:
      phone: { mean: 600 s ±5%, cv: 1.1, afterContactWork: 90 s }
      email: { mean: 720 s ±5%, cv: 1.2 }
    patience: { phone: { mean: 4 min, balk: 1% } }
    firstContactResolution: 70%
    repeat: { share: 75%, after: 1 day, handleTime: x1.1 }
    redial: { share: 65%, after: 20 min }
    difficulty: { selfService: 0.6, containment: 0.5 }
channels:
  email: { respondWithin: 8 h }
agents:
  service desk:
    skills: [incidents]
    wage: { low: 24.09 per h, likely: 24.72 per h, high: 25.35 per h, note: 24 today and a rise of 3% expected }
    onCost: 28%
    shrinkage: 30% ±2.6 points
staffing:
  plan: roster
  roster: { service desk: { mon-fri: 11 } }
  response: re-plan
  maxOccupancy: 85%
  people: { attrition: 20% per year, overtime: { premium: 50% } }
targets:
  serviceLevel: { atLeast: 80%, within: 60 s, rule: answered / offered }
  abandonment: { atMost: 5% }
  email: { atLeast: 90% }
costs:
  telephony: 0.02 per minute
  technology: 3500 per month
  softwareLicences: 140 per seat per month
  officeSpace: 240 per seat per month
  officeComputing: 70 per seat per month
  management: { oneFor: 10 agents, wage: 38 per h }
  hiring: 6000 per hire
  miscellaneous: 1200 per month
investment: { years: 3 }
correlations: { volume~handleTime: 0.3, volume~shrinkage: 0.2 }
variants:
  - name: One agent fewer
    note: One seat stays empty all month.
    changes: { staffing.roster."service desk": { mon-fri: 10 } }
  - name: Two agents fewer
    note: And another one.
    changes: { staffing.roster."service desk": { mon-fri: 9 } }
replications: 4096
seed: help desk
`;
