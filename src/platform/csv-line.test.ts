import { expect, it } from 'vitest';
import { csvLine } from './csv-line.ts';
import { unguarded } from './formula-guard.ts';

it('quotes every cell', () => {
  expect(csvLine(['a', 'b "c", d', 'e\nf', ''])).toBe('"a","b ""c"", d","e\nf",""\r\n');
});

it.each(['=1+1', '+12125550100', '-2', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1+1', '＠SUM(A1)'])(
  'lets no spreadsheet run %j',
  (cell) => {
    expect(csvLine([cell])).toBe(`"'${cell}"\r\n`);
    expect(unguarded(`'${cell}`)).toBe(cell);
  },
);
