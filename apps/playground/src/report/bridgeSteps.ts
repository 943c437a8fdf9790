import type { CostBridge } from '@percall/report';

/** Where the steps of a bridge stand on a line as long as the whole way to and fro: fractions of it, the lesser end first. */
export function bridgeSteps({ steps, baseline }: CostBridge): readonly { readonly from: number; readonly to: number }[] {
  let stand = baseline;
  const ends = steps.map(({ change }) => {
    const before = stand;
    stand += change;
    return [Math.min(before, stand), Math.max(before, stand)] as const;
  });
  const least = Math.min(...ends.map(([low]) => low));
  const length = Math.max(...ends.map(([, high]) => high)) - least;
  return ends.map(([low, high]) => (length > 0 ? { from: (low - least) / length, to: (high - least) / length } : { from: 0, to: 0 }));
}
