/** A small centre on the exact floor: every channel, lever and way of routing, and the laws of handle time and patience that contacts draw from. */
export const everyPart = `
percall: 1
name: Every part
currency: USD
period: week
horizon: { start: 2026-01-05, weeks: 1 }
calendar: { interval: 30 min, open: { mon-fri: '08:00-14:00' }, dayShape: twin-peak, closeGrace: 10 min }
contactTypes:
  billing:
    volume: 350 ±10%
    variation: { dayToDay: 10%, shared: 50%, withinDay: 5% }
    channels: { phone: 50%, chat: 25%, email: 20%, social: 5% }
    handleTime:
      phone: { mean: 300 s ±5%, cv: 0.9, afterContactWork: 40 s }
      chat: { mean: 400 s, cv: 1.1, family: gamma }
      email: { mean: 500 s, cv: 1.3, family: weibull }
      social: { mean: 200 s, family: erlang, shape: 3 }
    patience: { phone: { mean: 90 s, balk: 2%, family: weibull, shape: 0.8 }, chat: { mean: 60 s, family: lognormal, shape: 1.1 } }
    firstContactResolution: 70%
    repeat: { share: 60%, after: 1 day, handleTime: x1.1 }
    redial: { share: 50%, after: 10 min }
    difficulty: { selfService: 0.6, containment: 0.5 }
  technical:
    volume: 150 ±10%
    channels: { phone: 60%, chat: 20%, email: 20% }
    handleTime:
      phone: { mean: 360 s, family: empirical, values: [120 s, 300 s, 340 s, 11 min] }
      chat: { mean: 420 s, family: exponential }
      email: { mean: 300 s, family: deterministic }
    patience: { phone: { mean: 2 min, family: hyperexponential, shape: 1.5 }, chat: { mean: 3 min, family: uniform, shape: 0.5 } }
    firstContactResolution: 65%
channels:
  phone: { trunks: 5 }
  chat: { concurrency: { cap: 3, stretch: 25%, measuredAt: 1.6 } }
  email: { respondWithin: 4 h }
  social: { respondWithin: 2 h, clock: true }
agents:
  front: { skills: [billing], wage: 20 per h ±5% }
  back: { skills: { technical: 1, billing: { level: 2, handleTime: +10% } }, wage: 22 per h }
targets:
  serviceLevel: { phone: { atLeast: 70%, within: 20 s }, chat: { atLeast: 70%, within: 60 s } }
  email: { atLeast: 80% }
  callbackPromise: { atLeast: 80%, every: week }
costs: { telephony: 0.02 per minute, technology: 900 per week, softwareLicences: 110 per seat per month, chat: 0.05 per chat }
levers:
  ivr:
    time: 30 s
    hangUps: 3%
    verification: { offeredTo: 50%, success: 60%, saves: 30 s, failureAdds: 10 s }
    containment: { billing: 15% }
    unresponsiveCallers: { share: 10%, screened: 60%, falseDrops: 4%, agentSeconds: 18 s }
  callback: { offerWhenWaitExceeds: 40 s, accepts: 50%, reached: 70%, attempts: 2, retryAfter: 10 min }
  routing: { misroute: 8%, transferAdds: 45 s, overflowAfter: { back: 30 s } }
  selfService: { billing: { tries: 20%, succeeds: 50%, failureAdds: 25 s, returnsWithin72h: 10% } }
correlations: { volume~handleTime: 0.3 }
variants:
  - name: Callbacks apart
    response: locked
    changes:
      channels.chat.concurrency: { cap: 3, handleTimes: [1, 1.2, 1.5] }
      levers.callback: { offerWhen: queueLength, offerWhenQueueExceeds: 1, accepts: 60%, keepsPlace: false, reserveIdle: 1, costPerAttempt: 0.03 per attempt }
  - name: Any free agent
    changes: { levers.routing.freeAgent: random, levers.routing.crossSkilled: { share: 30%, handleTime: +5%, wage: +4% } }
replications: 64
seed: every part
`;
