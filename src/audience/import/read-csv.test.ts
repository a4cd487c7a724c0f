import { expect, it } from 'vitest';
import { english } from '../../platform/english.ts';
import { readCsv } from './read-csv.ts';

async function* inPieces(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

async function rowsOf(text: string, size = 7) {
  const rows: { line: number; cells: string[]; problem: string | null }[] = [];
  for await (const row of readCsv(inPieces(text, size))) {
    rows.push({ ...row, problem: row.problem && english(row.problem) });
  }
  return rows;
}

it.each([',', ';', '\t', '|'])('finds out that %j divides the cells', async (delimiter) => {
  const text = ['Name', 'Phone, or so', 'Note'].map((c) => `"${c}"`).join(delimiter);
  const rows = await rowsOf(`${text}\nAna${delimiter}1${delimiter}"a, b; c\td|e"\n`);
  expect(rows.map(({ cells }) => cells.length)).toEqual([3, 3]);
});

it('believes sep=, the first line that Excel writes', async () => {
  expect(await rowsOf('sep=;\r\nName;Phone\r\nRuiz, Ana;1\r\n')).toEqual([
    { line: 2, cells: ['Name', 'Phone'], problem: null },
    { line: 3, cells: ['Ruiz, Ana', '1'], problem: null },
  ]);
});

it.each(['\n', '\r\n', '\r'])(
  'counts lines that end with %j, also inside of quotation marks',
  async (end) => {
    const text = ['Name,Note', '"Ana","first', 'second, ""third"""', '', 'Ben,x'].join(end);
    const rows = await rowsOf(text, 3);
    expect(rows.map(({ line }) => line)).toEqual([1, 2, 5]);
    expect(rows[1]?.cells[1]?.split(/\s*[\n]\s*/)).toHaveLength(end === '\r' ? 1 : 2);
  },
);

it('takes quotation marks in the middle of a cell as they are', async () => {
  const rows = await rowsOf('Name,Note\nAna "Nina" Ruiz,5" pipe\n');
  expect(rows[1]?.cells).toEqual(['Ana "Nina" Ruiz', '5" pipe']);
});

it('takes NUL and other controls out of cells', async () => {
  expect((await rowsOf('Name,Note\nA\0na,\u0007x\u001b[31m\n'))[1]?.cells).toEqual([
    'Ana',
    'x[31m',
  ]);
});

it.each([
  [
    'a quotation mark that never closes',
    `Name\n"Ana\n${'Ben\n'.repeat(50)}`,
    /begins in line 2 is never closed/,
  ],
  [
    'one that never closes in a long file',
    `Name\n"Ana\n${'Ben\n'.repeat(90_000)}`,
    /begins in line 2 is longer/,
  ],
  ['a cell of 10 MB', `Name\nAna\n"${'x'.repeat(10_000_000)}"\n`, /begins in line 3 is longer/],
  ['a million columns', `Name\n${','.repeat(1_000_000)}\n`, /begins in line 2 is longer/],
])('%s is refused with its line', async (_, text, sentence) => {
  await expect(rowsOf(text, 65_536)).rejects.toThrow(sentence);
});

it('a long cell makes its own row fail and no other', async () => {
  const rows = await rowsOf(`Name,Note\nAna,${'x'.repeat(10_001)}\nBen,y\n`, 1_000);
  expect(rows.map(({ problem }) => problem)).toEqual([
    null,
    'Cell 2 has 10001 characters; up to 10000 are taken.',
    null,
  ]);
});

it('what breaks the source reaches the reader', async () => {
  async function* broken(): AsyncGenerator<string> {
    yield 'Name\nAna\n'.repeat(5_000);
    throw new Error('the connection is gone');
  }
  const reading = async () => {
    for await (const _ of readCsv(broken()));
  };
  await expect(reading()).rejects.toThrow('the connection is gone');
});
