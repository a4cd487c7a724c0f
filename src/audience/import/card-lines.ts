import { IMPORT_LIMITS } from './import-limits.ts';

/** A content line of a vCard, unfolded; `isCut` where it was longer than is kept, as pictures are. */
export type CardLine = { line: number; text: string; isCut: boolean };

const LONGEST = IMPORT_LIMITS.row;

/**
 * The content lines of vCards as they come in: unfolded (RFC 6350 3.2), soft line breaks of
 * quoted-printable joined (vCard 2.1), blank ones left out. A line ends with CRLF, LF or CR. Of a line
 * that is too long only the beginning is held.
 */
export async function* cardLines(text: AsyncIterable<string>): AsyncGenerator<CardLine> {
  let held: CardLine | null = null;
  for await (const { line, text: next, isCut } of physicalLines(text)) {
    const isSoft: boolean = held !== null && isSoftBreak(held.text);
    const isFolded = /^[ \t]/.test(next);
    if (held && (isSoft || isFolded)) {
      const more: string = isSoft ? next : next.slice(1);
      const begun: string = isSoft ? held.text.slice(0, -1) : held.text;
      const isLong = begun.length + more.length > LONGEST;
      held = {
        line: held.line,
        text: isLong ? begun : begun + more,
        isCut: held.isCut || isCut || isLong,
      };
      continue;
    }
    if (held && held.text.trim() !== '') yield held;
    held = { line, text: next, isCut };
  }
  if (held && held.text.trim() !== '') yield held;
}

function isSoftBreak(text: string): boolean {
  return text.endsWith('=') && /^[^:]*;(?:ENCODING=)?QUOTED-PRINTABLE/i.test(text);
}

/** The file's own lines, counted from 1. */
async function* physicalLines(text: AsyncIterable<string>): AsyncGenerator<CardLine> {
  let line = 1;
  let open = '';
  let isCut = false;
  let afterReturn = false;
  for await (const piece of text) {
    let from = afterReturn && piece.startsWith('\n') ? 1 : 0;
    afterReturn = false;
    for (let end = breakAt(piece, from); end >= 0; end = breakAt(piece, from)) {
      add(piece.slice(from, end));
      yield { line, text: open, isCut };
      line++;
      open = '';
      isCut = false;
      const isReturn = piece[end] === '\r';
      afterReturn = isReturn && end + 1 === piece.length;
      from = end + (isReturn && piece[end + 1] === '\n' ? 2 : 1);
    }
    add(piece.slice(from));
  }
  if (open !== '') yield { line, text: open, isCut };

  function add(more: string): void {
    isCut ||= open.length + more.length > LONGEST;
    if (open.length < LONGEST) open += more.slice(0, LONGEST - open.length);
  }
}

function breakAt(text: string, from: number): number {
  const feed = text.indexOf('\n', from);
  const end = feed < 0 ? text.length : feed;
  const carriage = text.slice(from, end).indexOf('\r');
  return carriage >= 0 ? from + carriage : feed;
}
