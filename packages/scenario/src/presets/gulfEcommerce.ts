/** An online shop of the Gulf in Ramadan. The figures illustrate; they are nobody's. */
export const gulfEcommerce = `percall: 1
name: Gulf e-commerce
note: Ramadan. 60k calls, 40k WhatsApp messages and 6k e-mails in a month, most of them at night; the working day has six hours.
source: illustrative
currency: SAR
timeZone: Asia/Riyadh
period: month
horizon: { start: 2026-02-22, weeks: 4 }
calendar:
  interval: 30 min
  weekStarts: sunday
  holidays: [2026-03-20, 2026-03-21]
  open: { daily: ["00:00-02:00", "10:00-17:00", "20:00-24:00"] }
  dayWeights: { sun: 1.1, mon: 1.04, tue: 1, wed: 0.98, thu: 1.02, fri: 0.86, sat: 1 }
  dayShape: [1.1, 0.95, 0.8, 0.62, 0.42, 0.5, 0.56, 0.6, 0.64, 0.66, 0.66, 0.64, 0.62, 0.6, 0.56, 0.5, 0.44, 0.36, 0.6, 0.85, 1.05, 1.2, 1.3, 1.34, 1.32, 1.24]
contactTypes:
  orders:
    volume: 106k per month ±10%
    variation: { dayToDay: 9%, shared: 100%, withinDay: 6% }
    channels: { phone: 56.6%, chat: 37.74%, email: 5.66% }
    handleTime:
      phone: { mean: 300 s ±5%, cv: 1, afterContactWork: 40 s }
      chat: { mean: 640 s ±5%, cv: 1, afterContactWork: 30 s }
      email: { mean: 420 s ±5%, cv: 1 }
    patience: { phone: { mean: 4 min, balk: 1% }, chat: { mean: 6 min } }
    firstContactResolution: 76%
    repeat: { share: 60%, after: 1 day, handleTime: x1.1 }
    redial: { share: 55%, after: 15 min }
    difficulty: { selfService: 0.6, containment: 0.5 }
channels:
  chat: { concurrency: { cap: 4, stretch: 25%, measuredAt: 2.3 } }
  email: { respondWithin: 8 h }
agents:
  voice:
    skills: [orders]
    channels: [phone]
    wage: { low: 29.11 per h, likely: 29.87 per h, high: 30.63 per h, note: 29 today and a rise of 3% expected }
    onCost: 22%
    shrinkage: 34% ±2.6 points
  mail:
    skills: [orders]
    channels: [email]
    wage: { low: 29.11 per h, likely: 29.87 per h, high: 30.63 per h, note: 29 today and a rise of 3% expected }
    onCost: 22%
    shrinkage: 34% ±2.6 points
  messaging:
    skills: [orders]
    channels: [chat]
    wage: { low: 29.11 per h, likely: 29.87 per h, high: 30.63 per h, note: 29 today and a rise of 3% expected }
    onCost: 22%
    shrinkage: 34% ±2.6 points
staffing:
  plan: to target
  response: re-plan
  forecastError: 5%
  scheduleEfficiency: 90%
  maxOccupancy: 85%
  hoursPerWeek: 36
  people: { attrition: 36% per year, overtime: { premium: 50% } }
targets:
  serviceLevel: { phone: { atLeast: 80%, within: 20 s }, chat: { atLeast: 80%, within: 60 s } }
  abandonment: { phone: { atMost: 5% }, chat: { atMost: 5% } }
  email: { atLeast: 90% }
costs:
  telephony: 0.06 per minute
  technology: 30000 per month
  softwareLicences: 380 per seat per month
  officeSpace: 700 per seat per month
  officeComputing: 190 per seat per month
  chat: 0.12 per chat
  management: { oneFor: 14 agents, wage: 58 per h, onCost: 22% }
  hiring: 7500 per hire
  miscellaneous: 15000 per month
levers:
  ivr: { time: 30 s, costPerMinute: 0.05 per minute, platform: 12000 per month, hangUps: 2% }
investment: { years: 3 }
correlations: { volume~handleTime: 0.3, volume~shrinkage: 0.2 }
variants:
  - name: A third of the calls to messaging
    note: Messages take twice as long, and an agent has four of them in hand at most.
    changes: { contactTypes.orders.channels: { phone: 37.74%, chat: 56.6%, email: 5.66% } }
  - name: Six chats at a time
    note: The same, and an agent has six in hand at most.
    changes:
      contactTypes.orders.channels: { phone: 37.74%, chat: 56.6%, email: 5.66% }
      channels.chat.concurrency.cap: 6
  - name: Chats that stretch more
    note: The same as the first, had each further chat made the others 40% longer instead of 25%.
    changes:
      contactTypes.orders.channels: { phone: 37.74%, chat: 56.6%, email: 5.66% }
      channels.chat.concurrency.stretch: 40%
replications: 4096
seed: gulf
`;
