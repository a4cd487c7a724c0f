/** A statement that is put together from parts, with its values: `add` gives the $n that stands for one. */
export class Statement {
  readonly values: unknown[] = [];

  /** Notes a value and returns its placeholder, with a cast where one is given: `$3::uuid[]`. */
  add(value: unknown, cast?: string): string {
    this.values.push(value);
    return `$${this.values.length}${cast ? `::${cast}` : ''}`;
  }
}
