import type { AlongWages } from './alongWages.ts';
import { countSketch } from './countSketch.ts';
import type { Distribution } from './distribution.ts';
import { lineSketch } from './lineSketch.ts';
import { octaveBins } from './octaveBins.ts';
import { wageNodes } from './wageNodes.ts';

/** How a value is spread over futures that are not kept. Its memory hangs on how many bins there are, not on the futures. */
export interface Sketch {
  /** Takes in some more futures; the first of them belongs to scramble 0. */
  readonly add: (values: AlongWages) => void;
  /** Of all that was taken in until now. */
  readonly distribution: () => SketchedDistribution;
}

export interface SketchedDistribution extends Distribution {
  /** The least and the greatest value; infinite the wrong way round where there is none. */
  readonly low: number;
  readonly high: number;
}

/**
 * A sketch of values like the first of them, which are to be added by who asks for it. Quantiles lie in the bin of the exact ones (`octaveBins`): within
 * 1/1024 of the value, or where that is more, within 2^-16 of the largest of the first futures. Values along the wages are taken in whole, as the
 * straight lines that they are.
 */
export function sketchLike(first: AlongWages): Sketch {
  const bins = octaveBins(largestOf(first));
  return first.isFlat ? countSketch(bins) : lineSketch(bins);
}

function largestOf({ replications, isFlat, fill }: AlongWages): number {
  const nodes = new Float64Array(wageNodes);
  const places = isFlat ? 1 : wageNodes;
  let largest = 0;
  for (let replication = 0; replication < replications; replication++)
    if (fill(replication, nodes)) for (let place = 0; place < places; place++) largest = Math.max(largest, Math.abs(nodes[place]!));
  return largest;
}
