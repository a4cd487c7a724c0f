const ROWS = 200;
const SAMPLES = 3;
const LONGEST = 60;

/** Some values of each column, of the first rows of a file, to show what the column holds. */
export class ColumnSamples {
  #rows = 0;
  readonly #columns: Set<string>[] = [];

  see(cells: readonly string[]): void {
    if (++this.#rows > ROWS) return;
    for (const [at, cell] of cells.entries()) {
      this.#columns[at] ??= new Set();
      const samples = this.#columns[at];
      if (cell !== '' && samples.size < SAMPLES) samples.add(cell.slice(0, LONGEST).toWellFormed());
    }
  }

  of(column: number): string[] {
    return [...(this.#columns[column] ?? [])];
  }
}
