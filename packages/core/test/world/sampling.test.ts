import { describe, expect, it } from 'vitest';
import { compileStudy, totalsKeys, type SamplingMethod, type Study } from '../../src/index.ts';
import { createLeafSampler } from '../../src/world/sampleLeaves.ts';
import { everythingWith } from '../support/everything.ts';

const document = everythingWith();

function studyOf(sampling: SamplingMethod, replications = 1024): Study {
  const compiled = compileStudy(document, { sampling, replications });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return compiled.study;
}

/** Means of the uncertain leaves of the baseline over the first replications, in their standard errors of so many independent draws. */
function deviations(study: Study, replications: number): number[] {
  const { leaves } = study.models[0]!;
  const { sampleLeaves } = createLeafSampler(study);
  const values = new Float64Array(leaves.length);
  const columns = leaves.map(() => new Float64Array(replications));
  for (let replication = 0; replication < replications; replication++) {
    sampleLeaves(replication, 0, values);
    columns.forEach((column, leaf) => (column[replication] = values[leaf]!));
  }
  const far = createFar();
  return columns.flatMap((column, leaf) => {
    if (study.coordinateOfLeaf[0]![leaf]! < 0) return [];
    const { mean, sd } = far[leaf]!;
    return [((column.reduce((sum, each) => sum + each, 0) / replications - mean) / sd) * Math.sqrt(replications)];
  });
}

/** Mean and standard deviation of each leaf, from far more draws of the best kind. */
let known: readonly { readonly mean: number; readonly sd: number }[] | null = null;
function createFar() {
  if (known !== null) return known;
  const study = studyOf('sobol');
  const { leaves } = study.models[0]!;
  const { sampleLeaves } = createLeafSampler(study);
  const values = new Float64Array(leaves.length);
  const sums = leaves.map(() => [0, 0] as [number, number]);
  const count = 65_536;
  for (let replication = 0; replication < count; replication++) {
    sampleLeaves(replication, 0, values);
    sums.forEach((sum, leaf) => {
      sum[0] += values[leaf]!;
      sum[1] += values[leaf]! ** 2;
    });
  }
  return (known = sums.map(([sum, square]) => ({ mean: sum / count, sd: Math.sqrt(Math.max(0, square / count - (sum / count) ** 2)) })));
}

const meanSquare = (values: readonly number[]): number => values.reduce((sum, each) => sum + each * each, 0) / values.length;

describe('the ways of sampling', () => {
  it('plain draws scatter as independent ones do; hypercubes and Sobol’ points hardly at all', () => {
    const [plain, hypercube, sobol] = (['monteCarlo', 'latinHypercube', 'sobol'] as const).map((method) =>
      meanSquare(deviations(studyOf(method), 1024)),
    );
    // Mean of squares of as many standard normals as there are leaves, correlated in part: about 1.
    expect(plain!).toBeGreaterThan(0.4);
    expect(plain!).toBeLessThan(2.5);
    // A stratified mean of a smooth leaf has an error of 1 / N rather than 1 / sqrt N; coordinates that are correlated share it.
    expect(hypercube!).toBeLessThan(0.1);
    // Leaves without a Sobol' dimension are drawn plainly.
    expect(sobol!).toBeLessThan(0.5);
  });

  it('a part of a hypercube, and what lies beyond it, is a sample too', () => {
    const study = studyOf('latinHypercube', 256);
    expect(meanSquare(deviations(study, 64))).toBeLessThan(2.5);
    expect(meanSquare(deviations(study, 512))).toBeLessThan(0.1);
  });

  it('totals are kept apart by the way of sampling, and hypercubes by their size', () => {
    const keys = [studyOf('sobol'), studyOf('monteCarlo'), studyOf('latinHypercube'), studyOf('latinHypercube', 2048)].map(
      (study) => totalsKeys(study)[0],
    );
    expect(new Set(keys).size).toBe(4);
    expect(totalsKeys(studyOf('sobol', 4096))[0]).toBe(keys[0]);
  });
});
