/** What may divide the cells of a row. */
export type CsvDelimiter = ',' | ';' | '\t' | '|';

const DELIMITERS: readonly CsvDelimiter[] = [',', ';', '\t', '|'];
const SAMPLE_ROWS = 20;

/** How the beginning of a CSV file says that it is written; `skip` characters of it are not data. */
export type CsvDialect = { delimiter: CsvDelimiter; skip: number };

/**
 * The delimiter that divides the first rows most evenly, outside quotation marks. A first line
 * `sep=;`, as Excel writes it, decides.
 */
export function csvDialect(beginning: string, named?: CsvDelimiter): CsvDialect {
  const told = /^sep=([,;\t|])\r?\n/i.exec(beginning);
  const skip = told?.[0].length ?? 0;
  if (named) return { delimiter: named, skip };
  // The pattern admits these only.
  if (told) return { delimiter: told[1] as CsvDelimiter, skip };
  const rows = countsOf(beginning);
  const scored = DELIMITERS.map((delimiter, i) => {
    const counts = rows.map((row) => row[i] ?? 0);
    const first = counts[0] ?? 0;
    const alike = counts.filter((count) => count === first).length / Math.max(1, counts.length);
    return { delimiter, score: first === 0 ? 0 : alike * 100 + Math.min(first, 50) };
  });
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
  return { delimiter: best.score > 0 ? best.delimiter : ',', skip };
}

/** How often each delimiter stands in each of the first rows; the last one may be cut off and is left out. */
function countsOf(text: string): number[][] {
  const rows: number[][] = [];
  let row = DELIMITERS.map(() => 0);
  let isQuoted = false;
  for (const character of text) {
    if (rows.length >= SAMPLE_ROWS) return rows;
    if (character === '"') isQuoted = !isQuoted;
    else if (!isQuoted && character === '\n') {
      rows.push(row);
      row = DELIMITERS.map(() => 0);
    } else if (!isQuoted) {
      // Any character may be asked for; most are none.
      const at = DELIMITERS.indexOf(character as CsvDelimiter);
      if (at >= 0) row[at] = (row[at] ?? 0) + 1;
    }
  }
  return rows.length > 0 ? rows : [row];
}
