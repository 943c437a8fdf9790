import { describe, type LeafDescription } from '../schema/description.ts';
import type { Node } from '../schema/nodes.ts';

/** From here on a slider has no use: what can be larger is typed. */
const mostOfSlider = 50;

/** A number that is never uncertain (years of an investment), described as the others are. */
export function plainDescription({ words, whole, low, high, default: usual }: Extract<Node, { kind: 'number' }>): LeafDescription {
  return describe({
    quantity: whole ? 'count' : 'number',
    label: words.label,
    help: words.help,
    default: usual,
    example: String(usual ?? low),
    support: { lower: low, upper: high },
    slider: { from: low, to: whole ? Math.min(high, Math.max(mostOfSlider, low)) : high, step: whole ? 1 : 0.5 },
  });
}
