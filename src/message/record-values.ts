let recorded: string[] | null = null;

/**
 * What a recording engine does with each value that is put out: it is noted, and a mark stands for it.
 * Marks are noncharacters of Unicode around the number of the value, which no text can hold.
 */
export function noteValue(value: unknown): string {
  if (!recorded) throw new Error('values are noted only while they are recorded');
  const said = typeof value === 'object' && value !== null ? value.valueOf() : value;
  return mark(recorded.push(String(said ?? '').normalize('NFC')) - 1);
}

/** Renders with marks in place of the values, which go to the end of `values`. */
export function recordValues(values: string[], render: () => string): string {
  recorded = values;
  try {
    return render();
  } finally {
    recorded = null;
  }
}

/** The mark of a value; `form` says how it is to be written where the mark stands. */
export function mark(value: number, form = ''): string {
  return `\ufdd0${value}${form}\ufdd1`;
}

/** Finds marks, with number and form. */
export const marks = /\ufdd0(\d+)([a-z]*)\ufdd1/g;

/** A text as somebody wrote it, without what could be taken for a mark. */
export function withoutMarks(source: string): string {
  return source.replace(/[\ufdd0\ufdd1]/g, '');
}
