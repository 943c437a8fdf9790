/** A retailer whose customers call late in the day and might be called back. The figures illustrate; they are nobody's. */
export const retailerCallbacks = `percall: 1
name: Retailer, callbacks
note: 90k calls and 25k chats in a month, most of them late in the day.
source: illustrative
currency: USD
timeZone: America/Chicago
period: month
horizon: { start: 2026-09-07, weeks: 4 }
calendar:
  interval: 30 min
  weekStarts: monday
  open: { mon-sat: "09:00-21:00", sun: "10:00-18:00" }
  dayWeights: { mon: 1.14, tue: 1.02, wed: 0.98, thu: 1, fri: 1.06, sat: 1.02, sun: 0.6 }
  dayShape: late-day
contactTypes:
  orders:
    volume: 115k per month ±10%
    variation: { dayToDay: 10%, shared: 100%, withinDay: 6% }
    channels: { phone: 78.26%, chat: 21.74% }
    handleTime:
      phone: { mean: 310 s ±5%, cv: 0.9, afterContactWork: 45 s }
      chat: { mean: 540 s ±5%, cv: 0.9, afterContactWork: 40 s }
    patience: { phone: { mean: 3 min, balk: 1% }, chat: { mean: 3 min } }
    firstContactResolution: 78%
    repeat: { share: 60%, after: 1 day, handleTime: x1.1 }
    redial: { share: 50%, after: 15 min }
    difficulty: { selfService: 0.6, containment: 0.5 }
channels:
  chat: { concurrency: { cap: 3, stretch: 25%, measuredAt: 1.9 } }
agents:
  voice:
    skills: [orders]
    channels: [phone]
    wage: { low: 16.61 per h, likely: 17.05 per h, high: 17.49 per h, note: 16.55 today and a rise of 3% expected }
    onCost: 28%
    shrinkage: 32% ±2.6 points
  chat:
    skills: [orders]
    channels: [chat]
    wage: { low: 16.61 per h, likely: 17.05 per h, high: 17.49 per h, note: 16.55 today and a rise of 3% expected }
    onCost: 28%
    shrinkage: 32% ±2.6 points
staffing:
  plan: to target
  response: re-plan
  forecastError: 5%
  scheduleEfficiency: 92%
  maxOccupancy: 85%
  people: { attrition: 38% per year, overtime: { premium: 50% } }
targets:
  serviceLevel: { phone: { atLeast: 80%, within: 20 s }, chat: { atLeast: 80%, within: 60 s } }
  abandonment: { phone: { atMost: 5% }, chat: { atMost: 5% } }
costs:
  telephony: 0.016 per minute
  technology: 11000 per month
  softwareLicences: 105 per seat per month
  officeSpace: 210 per seat per month
  officeComputing: 55 per seat per month
  chat: 0.04 per chat
  management: { oneFor: 15 agents, wage: 29 per h }
  hiring: 3900 per hire
  miscellaneous: 5000 per month
levers:
  ivr: { time: 30 s, costPerMinute: 0.02 per minute, platform: 4000 per month, hangUps: 2% }
investment: { years: 3 }
correlations: { volume~handleTime: 0.3, volume~shrinkage: 0.2 }
variants:
  - name: Callbacks, roster locked
    note: Whoever would wait more than a minute may be called back within the hour; 35% accept, and the first try reaches 80% of them.
    response: locked
    changes:
      levers.callback: { offerWhenWaitExceeds: 60 s, accepts: 35% ±5 points, reached: 80%, dialSeconds: 20 s, promise: 60 min, costPerAttempt: 0.03 per attempt }
  - name: Callbacks for the peak
    note: Callbacks instead of peak staff. The roster is planned for 60% in 20 seconds, and callbacks are to take the rest.
    response: re-plan
    changes:
      levers.callback: { offerWhenWaitExceeds: 60 s, accepts: 35% ±5 points, reached: 80%, dialSeconds: 20 s, promise: 60 min, costPerAttempt: 0.03 per attempt }
      targets.serviceLevel.phone: { atLeast: 60%, within: 20 s }
      targets.abandonment.phone: { atMost: 12% }
      staffing.maxOccupancy: 97%
  - name: Fewer agents, no callbacks
    note: The same smaller roster without callbacks, to tell what the roster does from what they do.
    response: re-plan
    changes:
      targets.serviceLevel.phone: { atLeast: 60%, within: 20 s }
      targets.abandonment.phone: { atMost: 12% }
      staffing.maxOccupancy: 97%
replications: 4096
seed: retailer
`;
