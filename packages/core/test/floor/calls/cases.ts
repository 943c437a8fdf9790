import { readFileSync } from 'node:fs';
import type { Expected } from './support.ts';

/** A published or exact case, with its source, how it was found and how near one must come: see the files. */
export interface Case {
  readonly id: string;
  readonly family?: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly expected: Readonly<Record<string, unknown>>;
  /** Standard errors of what is expected, where it was simulated. */
  readonly se?: Expected;
}

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(`../../fixtures/${name}.json`, import.meta.url), 'utf8'));

/** Every case there is: queues and floors, and the arithmetic of costs. */
export const allCases: readonly Case[] = [
  ...(read('publishedFloors') as readonly Case[]),
  ...(read('publishedQueues') as readonly Case[]),
  ...(read('costArithmetic') as { readonly cases: readonly Case[] }).cases,
];

const byId = new Map(allCases.map((one) => [one.id, one]));

/** A case whose parameters and figures are read by the names they have in the file. */
export function published<P, E = Expected>(id: string): { readonly params: P; readonly expected: E; readonly se: Expected } {
  const found = byId.get(id);
  if (found === undefined) throw new Error(`No case ${id}.`);
  return { params: found.params as P, expected: found.expected as E, se: found.se ?? {} };
}

/** Which test takes which case. */
export const taken = {
  stationary: [
    'eb-a1-n2',
    'eb-a10-n10',
    'eb-a10-n17',
    'eb-a100-n120',
    'eb-a1000-n1020',
    'eb-a0.75-n4',
    'eb-table-1pct',
    'eb-table-2pct',
    'ec-cch-10erl-n12',
    'ec-cch-10erl-n13',
    'ec-cch-10erl-n14',
    'ec-pywf-15',
    'ec-herzog',
    'ec-gmr-50',
    'ec-tel-12',
    'ec-small-night',
    'ea-gmr-50',
    'ea-pywf-14',
    'ea-pywf-13',
    'ea-herzog-13',
    'ea-herzog-9',
    'ea-ed-overload',
    'ea-mu-eq-theta',
    'ea-patient',
    'fb-mmcblocked',
    'fb-ww-allskills',
    'fb-telethon',
    'fb-nobuffer-ab',
    'gp-det-60',
    'gp-unif-0-240',
    'gp-erl2-120',
    'gp-weib-0.5',
    'gp-weib-2',
    'gp-whitt-e2-102',
    'gp-whitt-logn-102',
    'mg1-logn-1.5',
    'mg1-h2',
    'mdc-10erl-12',
    'mdc-25erl-27',
    'me2c',
    'gs-logn-100',
    'gs-logn-13',
    'qed-halfin-whitt',
    'qed-garnett-r0.25',
    'qed-garnett-r1',
  ],
  skills: [
    'pr-2class-25',
    'pr-2class-small',
    'pr-v-aband',
    'sk-n-prio2',
    'sk-n-prio1',
    'sk-n-reserve1',
    'sk-pool-2x',
    'sk-fcfs-alis-n',
    'sk-fcfs-alis-chain',
    'ivr-80-30',
    'ivr-tight',
    'ch-k1',
    'ch-k3-small',
    'cb-thr5-p60',
    'cb-thr3-small',
    'cb-all',
    'cb-reserve1',
    'cb-vhold-ideal',
    'cb-vhold-overload',
  ],
  returns: ['rt-redial-50', 'rt-redial-reconnect', 'rt-overload', 'fcr-70', 'fcr-60-small', 'fl-redial-overload'],
  days: [
    'bz-100erl-a100',
    'bz-100erl-a25',
    'bz-mmpp',
    'bz-mmpp-spike',
    'is-sin-2h',
    'is-det-window',
    'tv-ssj-callcenter-a400',
    'tv-ssj-callcenter-a10',
    'tv-shift-drop',
    'tv-intraday-30min',
    'tv-mmc-8h',
    'tv-mmcblocked-8h',
    'sk-simplemsk',
    'cost-bank-week',
    'fl-email-backlog',
    'fl-callback-peak',
    'fl-overload-ab',
  ],
} as const;

const staffing = 'how many agents a target needs: a formula of the planner, in packages/erlang and test/people';
const arithmetic = 'arithmetic of the ledger and the KPIs: test/kpis/published.test.ts';

/** The rest, and why no floor can say it. */
export const elsewhere: Readonly<Record<string, string>> = {
  'st-80-20-10erl': staffing,
  'st-80-20-10erl-occ85': staffing,
  'st-80-20-100erl': staffing,
  'st-80-20-1000erl': staffing,
  'st-90-10': staffing,
  'st-ea-80-20-100erl': staffing,
  'cost-aht-reduction': staffing,
  'bz-negbin-100-50': 'moments of a count before any floor: test/random/gamma.test.ts has those of its Gamma draws',
  'cost-interval-labour': arithmetic,
  'cost-loaded-year': arithmetic,
  'cost-deflect-easy': arithmetic,
  'cost-failed-selfservice': arithmetic,
  'cost-failed-selfservice-b': arithmetic,
  'cost-fcr': arithmetic,
  'cost-offered-vs-handled': arithmetic,
  'cost-scale-econ': arithmetic,
  'cost-shrinkage': 'shrinkage as a divisor: test/people and test/ledger',
  'cost-learning': "a cohort's learning curve: hiring and ramps, beside the floor",
  'fl-sl-weighting': arithmetic,
};
