import type { Strand } from '../provider.ts';
import { joint, type Printable, printable } from './quoted-printable.ts';

/** A text whose pieces are encoded, with gaps for values. */
export type Stamp = { pieces: readonly Printable[]; gaps: readonly number[] };

/** Encodes once what all recipients of a text get. */
export function stampOf({ pieces, gaps }: Strand): Stamp {
  return { pieces: pieces.map(printable), gaps };
}

/**
 * The text for one recipient in quoted-printable: only the values are encoded. A value that does not
 * fit on the line where it stands, and what follows it, begins on the next, after a soft line break.
 */
export function stamped({ pieces, gaps }: Stamp, values: readonly Printable[]): string {
  let text = '';
  let column = 0;
  const append = (part: Printable) => {
    if (part.text === '') return;
    const between = joint(column, part);
    text += between + part.text;
    const isOneLine = part.first === part.text.length;
    column = isOneLine && between === '' ? column + part.last : part.last;
  };
  const [start] = pieces;
  if (start) append(start);
  for (let at = 0; at < gaps.length; at += 1) {
    const value = values[gaps[at] ?? -1];
    const piece = pieces[at + 1];
    if (value) append(value);
    if (piece) append(piece);
  }
  return text;
}
