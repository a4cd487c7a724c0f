/** Octets of a line, without the `=` of a soft line break (RFC 2045, 6.7: at most 76 with it). */
const longest = 75;
/** What stands for itself wherever it stands, but for what may not end a line. */
const plain = /^[\x21-\x3c\x3e-\x7e](?:[\x20-\x3c\x3e-\x7e]*[\x21-\x3c\x3e-\x7e])?$/;
const hex = Array.from({ length: 256 }, (_, octet) => {
  return `=${octet.toString(16).toUpperCase().padStart(2, '0')}`;
});

/** A text in quoted-printable that begins on a line of its own; `first` and `last` are the lengths of these lines. */
export type Printable = { text: string; first: number; last: number };

/** Encodes a text. No space ends it, so that whatever comes next, a line break too, may follow. */
export function printable(text: string): Printable {
  if (text.length <= longest && plain.test(text)) {
    return { text, first: text.length, last: text.length };
  }
  const lines = text.split(/\r\n?|\n/).flatMap((line) => softBroken(encodedLine(line)));
  const encoded = lines.join('\r\n');
  return {
    text: encoded,
    first: lines[0]?.length ?? 0,
    last: lines.at(-1)?.length ?? 0,
  };
}

/** What goes between a line of `column` octets and what follows: nothing, or a soft line break. */
export function joint(column: number, { first }: Printable): '' | '=\r\n' {
  return column + first <= longest ? '' : '=\r\n';
}

function encodedLine(line: string): string {
  if (line === '' || plain.test(line)) return line;
  let encoded = '';
  const octets = Buffer.from(line);
  for (const [at, octet] of octets.entries()) {
    const isSpace = octet === 0x20 || octet === 0x09;
    const isPlain = octet > 0x20 && octet < 0x7f && octet !== 0x3d;
    const standsForItself = isPlain || (isSpace && at + 1 < octets.length);
    encoded += standsForItself ? String.fromCharCode(octet) : hex[octet];
  }
  return encoded;
}

/** Parts a line into such as are short enough; each but the last ends with `=`. */
function softBroken(line: string): string[] {
  const lines: string[] = [];
  let from = 0;
  while (line.length - from > longest) {
    let to = from + longest;
    if (line[to - 1] === '=') to -= 1;
    else if (line[to - 2] === '=') to -= 2;
    lines.push(`${line.slice(from, to)}=`);
    from = to;
  }
  lines.push(line.slice(from));
  return lines;
}
