// Time per evaluation at several sizes. Build first, then: node bench/erlang.bench.mjs
import { performance } from 'node:perf_hooks';
import { agentsRequired, erlangB, evaluate, solve } from '../dist/index.js';

const microseconds = (run) => {
  for (let i = 0; i < 20; i++) run();
  let rounds = 1;
  for (;;) {
    const start = performance.now();
    for (let i = 0; i < rounds; i++) run();
    const elapsed = performance.now() - start;
    if (elapsed > 200) return (elapsed * 1000) / rounds;
    rounds *= 2;
  }
};

const patience = { family: 'exponential', meanSeconds: 180 };
const sizes = [1, 10, 100, 1_000, 10_000, 100_000];
const row = (name, cells) => console.log(name.padEnd(34) + cells.map((cell) => String(cell).padStart(10)).join(''));
const line = (name, run) =>
  row(
    name,
    sizes.map((load) => microseconds(() => run(load)).toFixed(1)),
  );
const centre = (load, more) => ({ callsPerHour: load * 12, ahtSeconds: 300, agents: Math.ceil(load + Math.sqrt(load)), ...more });

row('microseconds at erlangs', sizes);
line('Erlang B', (load) => erlangB(load, Math.ceil(load)));
line('Erlang C', (load) => evaluate(centre(load)));
line('Erlang A', (load) => evaluate(centre(load, { patience })));
line('Erlang A, 10% overloaded', (load) => evaluate(centre(load, { patience, agents: Math.ceil(load / 1.1) })));
line('Erlang A, sqrt(load) places', (load) => evaluate(centre(load, { patience, waitingPlaces: Math.ceil(Math.sqrt(load)) })));
line('lognormal patience', (load) =>
  evaluate(centre(load, { patience: { family: 'lognormal', meanSeconds: 180, coefficientOfVariation: 1.5 } })),
);
line('Weibull patience, shape 0.5', (load) => evaluate(centre(load, { patience: { family: 'weibull', shape: 0.5, scaleSeconds: 90 } })));
const targets = [{ measure: 'serviceLevel', value: 0.8 }];
line('agents for 80/20, Erlang A', (load) => agentsRequired({ callsPerHour: load * 12, ahtSeconds: 300, patience, targets }));
line('calls for 80/20, Erlang A', (load) =>
  solve({ ...centre(load, { patience, thresholdSeconds: 20 }), callsPerHour: undefined, target: { measure: 'serviceLevel', value: 0.8 } }),
);
