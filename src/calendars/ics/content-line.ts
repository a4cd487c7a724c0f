/** A property as it stands in the file (RFC 5545 3.1); the value is not unescaped yet. */
export type ContentLine = {
  line: number;
  /** Upper case. */
  name: string;
  /** By upper-case name; of several values the first one. */
  parameters: ReadonlyMap<string, string>;
  value: string;
};

const NAME = /^[A-Za-z0-9-]+(?=[;:])/;
const PARAMETER = /;([A-Za-z0-9-]+)=("[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*/y;
const NONE: ReadonlyMap<string, string> = new Map();

/** Takes a content line apart; null where it is none: no name, no colon, a quotation mark left open. */
export function readContentLine(text: string, line: number): ContentLine | null {
  const name = NAME.exec(text)?.[0];
  if (name === undefined) return null;
  const parameters = text[name.length] === ';' ? new Map<string, string>() : NONE;
  let at = name.length;
  if (parameters instanceof Map) {
    PARAMETER.lastIndex = at;
    for (let found = PARAMETER.exec(text); found; found = PARAMETER.exec(text)) {
      const [, key = '', value = ''] = found;
      if (!parameters.has(key.toUpperCase())) parameters.set(key.toUpperCase(), plain(value));
      at = PARAMETER.lastIndex;
    }
  }
  if (text[at] !== ':') return null;
  return { line, name: name.toUpperCase(), parameters, value: text.slice(at + 1) };
}

/** A parameter without its quotation marks and with RFC 6868's carets undone. */
function plain(value: string): string {
  const inside = value.startsWith('"') ? value.slice(1, -1) : value;
  return inside.replace(/\^[n^']/g, (caret) => CARETS[caret] ?? caret);
}

const CARETS: Readonly<Record<string, string>> = { '^n': '\n', '^^': '^', "^'": '"' };

/**
 * A TEXT value without its escapes (RFC 5545 3.3.11), without control characters and cut to at most
 * `most` characters.
 */
export function readText(value: string, most: number): string {
  const text = value
    .slice(0, most * 2)
    .replace(/\\([\\;,nN])/g, (_, escaped: string) => (/n/i.test(escaped) ? '\n' : escaped));
  return withoutControls(text).slice(0, most).toWellFormed().trim();
}

/** PostgreSQL takes no NUL, and no page wants the others; line breaks and tabs stay. */
function withoutControls(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]/gu, '');
}
