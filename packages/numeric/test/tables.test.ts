import { describe, expect, it } from 'vitest';
import { exp2Table } from '../src/tables/exp2Table.ts';
import { logTable } from '../src/tables/logTable.ts';
import { exp2Table as exp2ByMpmath } from './fixtures/tables/exp2Table.ts';
import { logTable as logByMpmath } from './fixtures/tables/logTable.ts';

/** Places at which two tables differ, a 0 from a -0 too. */
const apart = (table: Float64Array, other: Float64Array): readonly number[] =>
  Array.from(table.keys()).filter((at) => !Object.is(table[at], other[at]));

describe('tables that are worked out when they are loaded', () => {
  it.each([
    ['2^(i/128)', exp2Table, exp2ByMpmath],
    ['ln c', logTable, logByMpmath],
  ])('%s: every double as mpmath has it at 60 digits (derivation/generate.py)', (_, table, byMpmath) => {
    expect(table).toHaveLength(byMpmath.length);
    expect(apart(table, byMpmath)).toEqual([]);
  });

  it('twin: a table whose last bit is another is seen', () => {
    const other = Float64Array.from(exp2Table);
    other[100]! *= 1 + 2 ** -52;
    expect(apart(other, exp2ByMpmath)).toEqual([100]);
  });
});
