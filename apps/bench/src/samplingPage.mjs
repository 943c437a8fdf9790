// Writes the tables of docs/background/sampling.md and its figure from what sampling.mjs has measured.
//
//   node apps/bench/src/sampling.mjs --format json > a.json; node apps/bench/src/samplingPage.mjs a.json ...
import { readFileSync, writeFileSync } from 'node:fs';

const page = new URL('../../../docs/background/sampling.md', import.meta.url);
const figure = new URL('../../../docs/images/sampling.svg', import.meta.url);
const measured = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, 'utf8')));
const labels = { mean: 'mean', p5: 'P5', p50: 'P50', p95: 'P95', chance: 'cheaper and no worse' };

const times = ({ rmse }, way, at, statistic) => {
  const [plain, own] = [rmse[0][at][statistic], rmse[way][at][statistic]];
  const fewer = (plain / own) ** 2;
  return own > 0 ? (fewer < 10 ? fewer.toFixed(1) : fewer.toFixed(0)) : '-';
};

const tableOf = (each) => {
  const { preset, share, seeds, steps, statistics, ways, rmse } = each;
  const at = steps.length - 1;
  const rows = ways.map((way, index) => [
    way,
    ...statistics.map((_, statistic) => `${rmse[index][at][statistic].toExponential(1)} (${times(each, index, at, statistic)})`),
  ]);
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [
    `**${preset}**, cost per handled contact of its first variant, ${steps[at]} futures, ${seeds} seeds, wages ${(100 * share).toFixed(0)}% of the variance: error, and in brackets times fewer`,
    '',
    line(['', ...statistics.map((statistic) => labels[statistic])]),
    line(['---', ...statistics.map(() => '---:')]),
    ...rows.map(line),
  ].join('\n');
};

/** Error of the P95 against futures, both on logarithmic axes: a line for each way, a panel for each study. */
function svg() {
  const [width, height, margin] = [360, 260, 46];
  const colours = ['#6b7280', '#b45309', '#2563eb', '#a3a3a3', '#047857'];
  const panels = measured.map(({ preset, steps, statistics, ways, rmse, share }, panel) => {
    const p95 = statistics.indexOf('p95');
    const values = rmse.flatMap((way) => way.map((step) => step[p95]));
    const [low, high] = [Math.log10(Math.min(...values)), Math.log10(Math.max(...values))];
    const x = (at) => margin + (at / (steps.length - 1)) * (width - margin - 12);
    const y = (value) => 28 + ((high - Math.log10(value)) / (high - low)) * (height - 28 - margin);
    const lines = ways.map(
      (name, way) =>
        `<polyline fill="none" stroke="${colours[way]}" stroke-width="2" points="${rmse[way].map((step, at) => `${x(at).toFixed(1)},${y(step[p95]).toFixed(1)}`).join(' ')}"/>`,
    );
    const ticks = steps.map((step, at) => `<text x="${x(at)}" y="${height - 28}" text-anchor="middle">${step}</text>`);
    const ends = [low, high].map(
      (end) => `<text x="${margin - 6}" y="${y(10 ** end) + 4}" text-anchor="end">${(10 ** end).toPrecision(1)}</text>`,
    );
    const legend = ways.map(
      (name, way) => `<text x="${width - 14}" y="${44 + 15 * way}" text-anchor="end" fill="${colours[way]}">${name}</text>`,
    );
    return `<g transform="translate(${panel * width} 0)"><text x="${margin}" y="16" font-weight="600">${preset}, wages ${(100 * share).toFixed(0)}%: error of the P95</text>${lines.join('')}${ticks.join('')}${ends.join('')}${legend.join('')}<text x="${(margin + width) / 2}" y="${height - 10}" text-anchor="middle">futures</text></g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${measured.length * width} ${height}" font-family="system-ui, sans-serif" font-size="11"><rect width="100%" height="100%" fill="#fff"/>${panels.join('')}</svg>\n`;
}

const text = readFileSync(page, 'utf8');
const [begin, end] = ['<!-- tables -->', '<!-- end of tables -->'];
const block = [
  begin,
  '',
  '![Error of the P95 against the number of futures](../images/sampling.svg)',
  '',
  measured.map(tableOf).join('\n\n'),
  '',
  end,
].join('\n');
writeFileSync(page, `${text.slice(0, text.indexOf(begin))}${block}${text.slice(text.indexOf(end) + end.length)}`);
writeFileSync(figure, svg());
