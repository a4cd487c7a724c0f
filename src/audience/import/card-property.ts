import ICAL from 'ical.js';

/** A property of a vCard: name and parameters in lower case, values without escapes. */
export type CardProperty = {
  name: string;
  /** `item1` of `item1.TEL`, by which Apple gives a property its label; empty without one. */
  group: string;
  types: readonly string[];
  /** The parts of a structured value, or the values of a list, in order. */
  values: readonly string[];
};

/**
 * Reads a content line of vCard 2.1, 3.0 or 4.0 (RFC 2426, RFC 6350). null where it is none, or holds a
 * file: a photo, a sound, a key.
 */
export function readCardProperty(line: string): CardProperty | null {
  const colon = valueAt(line);
  if (colon < 0) return null;
  const [head = '', ...parameters] = line
    .slice(0, colon)
    .split(';')
    .map((part) => part.trim());
  const [, group = '', name = ''] = /^(?:([\w-]+)\.)?([\w-]+)$/.exec(head) ?? [];
  if (name === '' || FILES.has(name.toLowerCase())) return null;
  const named = parameters.map(withName);
  const value = plainValue(line.slice(colon + 1), named);
  if (value === null) return null;
  const kept = named.filter((one) => /^TYPE=/i.test(one)).map((one) => `;${one}`);
  try {
    const written = `${name}${kept.join('')}:${value}`;
    // What it returns is [name, parameters, type, ...values] (RFC 7095).
    const [, found, , ...rest] = ICAL.parse.property(written, ICAL.design.vcard) as [
      string,
      { type?: string | string[] },
      string,
      ...(string | (string | string[])[])[],
    ];
    return {
      name: name.toLowerCase(),
      group: group.toLowerCase(),
      types: [found.type ?? []].flat().map((type) => type.toLowerCase()),
      values: rest.flatMap((one) =>
        Array.isArray(one) ? one.map((part) => [part].flat().join(' ')) : unescaped(name, one),
      ),
    };
  } catch {
    return null;
  }
}

const FILES = new Set(['photo', 'logo', 'sound', 'key', 'agent']);

/** Where the value begins: at the first colon outside quotation marks. */
function valueAt(line: string): number {
  let isQuoted = false;
  for (let at = 0; at < line.length; at++) {
    if (line[at] === '"') isQuoted = !isQuoted;
    else if (line[at] === ':' && !isQuoted) return at;
  }
  return -1;
}

/** vCard 2.1 writes `TEL;CELL` and `NOTE;QUOTED-PRINTABLE` without saying of what they are values. */
function withName(parameter: string): string {
  if (parameter.includes('=')) return parameter;
  const isEncoding = /^(?:quoted-printable|base64|8bit|7bit|b)$/i.test(parameter);
  return `${isEncoding ? 'ENCODING' : 'TYPE'}=${parameter}`;
}

/** The value as text, quoted-printable undone; null for base64, which holds a file. */
function plainValue(value: string, parameters: readonly string[]): string | null {
  const of = (name: string) =>
    parameters.find((one) => one.toUpperCase().startsWith(`${name}=`))?.slice(name.length + 1);
  const encoding = of('ENCODING')?.toLowerCase();
  if (encoding === 'b' || encoding === 'base64') return null;
  if (encoding !== 'quoted-printable') return value;
  const text = decoded(quotedPrintable(value), of('CHARSET') ?? 'utf-8');
  return text.replace(/\r\n?|\n/g, '\\n');
}

/** RFC 2045 6.7, without its line breaks. */
function quotedPrintable(value: string): Buffer {
  const parts = value.split(/((?:=[0-9a-f]{2})+)/i);
  // Every other part is what the pattern found.
  return Buffer.concat(
    parts.map((part, i) =>
      i % 2 === 1 ? Buffer.from(part.replaceAll('=', ''), 'hex') : Buffer.from(part),
    ),
  );
}

function decoded(bytes: Buffer, charset: string): string {
  for (const label of [charset, 'utf-8']) {
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes);
    } catch {
      // The next one; at last the one that takes all.
    }
  }
  return new TextDecoder('windows-1252').decode(bytes);
}

/** The parser leaves escapes in values of properties that it does not know. */
function unescaped(name: string, value: string): string {
  const text = String(value);
  return /^x-/i.test(name) ? text.replace(/\\([\\;,:])/g, '$1').replace(/\\n/gi, '\n') : text;
}
