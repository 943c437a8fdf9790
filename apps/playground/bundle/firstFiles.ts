import type { Rolldown } from 'vite';

/**
 * What is fetched before the first answer, in a few files: the smaller a file, the less of it is compressed away, and the more names cross its border. Each has what
 * its readers need and next to nothing else; modules that are only fetched later stay files by themselves. First comes first.
 */
const files: readonly (readonly [name: string, modules: RegExp])[] = [
  // What the page and its workers share.
  [
    'shared',
    /preload-helper|packages.(scenario|core.src.(kpis|model))|comlink|shownKpis|runner.src.(scenarioRefused|webCrew|replications\.)/,
  ],
  // One replication: read by the replicators, and by the desk.
  [
    'run',
    /packages.(numeric|core.src.(floor|people|frontDoor|world|random|study.(replicate|effort)))|runner.src.(replicationService|macrotask)|seedrandom/,
  ],
  // What prices and sums up: read by the desk.
  [
    'sums',
    /packages.(core.src.(study|ledger)|runner.src.(session|keptTotals|pace|effort|analyseInTurns|options|refuse)|report.src.setting)|simple-statistics/,
  ],
  ['page', /node_modules.(svelte|clsx)|packages.report|playground.src.(App|charts|controls|panels|state|version|offline.offline)/],
];

export const firstFiles: Rolldown.CodeSplittingGroup[] = files.map(([name, test], at) => ({
  name,
  test,
  priority: files.length - at,
  tags: ['$initial'],
}));
