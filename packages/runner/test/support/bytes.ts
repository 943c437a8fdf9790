import type { Results, Shard } from '@percall/core';
import { sha256Hex } from '@percall/scenario';

/** Digest of every bit of a shard's totals, and of what they are totals of. */
export const digestOfShard = ({ from, to, totals }: Shard): string =>
  sha256Hex(
    JSON.stringify([
      from,
      to,
      totals.map((sums) =>
        Array.from(new Uint32Array(Uint8Array.from(new Uint8Array(sums.buffer, sums.byteOffset, sums.byteLength)).buffer)),
      ),
    ]),
  );

/** Digest of results as they are written. */
export const digestOfResults = (results: Results): string => sha256Hex(JSON.stringify(results));
