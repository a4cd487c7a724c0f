/** A line of an iCalendar file with its continuations joined; `line` counts the file's lines from 1. */
export type UnfoldedLine = { line: number; text: string };

/**
 * The content lines of a file in order: unfolded (RFC 5545 3.1), blank ones left out. A line may end
 * with CRLF, LF or CR. Any text is taken; nothing is held but the line at hand.
 */
export function* contentLines(text: string): Generator<UnfoldedLine> {
  let unfolded = '';
  let begunAt = 0;
  let line = 0;
  for (let start = text.startsWith('\ufeff') ? 1 : 0; start < text.length; ) {
    const end = endOfLine(text, start);
    line++;
    const first = text.charCodeAt(start);
    if ((first === SPACE || first === TAB) && begunAt > 0) {
      unfolded += text.slice(start + 1, end);
    } else if (end > start) {
      if (begunAt > 0 && unfolded !== '') yield { line: begunAt, text: unfolded };
      unfolded = text.slice(start, end);
      begunAt = line;
    }
    start = end + (text.charCodeAt(end) === CR && text.charCodeAt(end + 1) === LF ? 2 : 1);
  }
  if (begunAt > 0 && unfolded !== '') yield { line: begunAt, text: unfolded };
}

const TAB = 9;
const LF = 10;
const CR = 13;
const SPACE = 32;

function endOfLine(text: string, start: number): number {
  let end = start;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    if (code === LF || code === CR) break;
    end++;
  }
  return end;
}
