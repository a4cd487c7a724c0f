import { mark, marks } from './record-values.ts';
import { escapeHtml, linesAsHtml } from './text-as-html.ts';

/**
 * How a merged value is written where it stands in an email.
 * - '': as it is, in plain text.
 * - h: as text of HTML. l: the same, with links for addresses, where the email was written as text.
 * - u: a part of a web address. w: a whole one, or its beginning; what is no web address leads nowhere.
 * - o: in tel: or mailto:.
 * - v, p: as w and o, in plain text.
 */
type ValueForm = '' | 'h' | 'l' | 'u' | 'w' | 'o' | 'v' | 'p';

const writers: Readonly<Record<ValueForm, (value: string) => string>> = {
  '': (value) => value,
  h: escapeHtml,
  l: linesAsHtml,
  u: addressPart,
  w: (value) => escapeHtml(webAddress(value)),
  o: (value) => escapeHtml(encodeURI(value.toWellFormed())),
  v: webAddress,
  p: (value) => encodeURI(value.toWellFormed()),
};

/** Writes a value in the form that a mark names. */
export function writeValue(value: string, form: string): string {
  const write = writers[form as ValueForm];
  // Forms are given by `withForms` alone.
  if (!write) throw new Error(`there is no form ${form}`);
  return write(value);
}

/**
 * Gives the marks in HTML their forms by where they stand: in text (as `inText` says, but nothing is
 * linked twice), or in an attribute.
 */
export function withForms(html: string, inText: 'h' | 'l'): string {
  return html.replace(marks, (_, value: string, __, at: number) => {
    return mark(Number(value), formAt(html, at, inText));
  });
}

/** The same marks in plain text that was made from such HTML. */
export function withPlainForms(text: string): string {
  const plain: Readonly<Record<string, string>> = { u: 'u', w: 'v', o: 'p' };
  return text.replace(marks, (_, value: string, form: string) => {
    return mark(Number(value), plain[form] ?? '');
  });
}

function formAt(html: string, at: number, inText: 'h' | 'l'): ValueForm {
  const tag = html.lastIndexOf('<', at);
  if (tag <= html.lastIndexOf('>', at)) {
    const isLinked = html.lastIndexOf('<a ', at) > html.lastIndexOf('</a>', at);
    return isLinked ? 'h' : inText;
  }
  const before = /\b(?:href|src)="([^"]*)$/.exec(html.slice(tag, at))?.[1];
  if (before === undefined) return 'h';
  if (before === '') return 'w';
  return /^(tel|mailto):[^?]*$/i.test(before) ? 'o' : 'u';
}

/** Nothing in it parts, ends or leads out of an address; an @ may stand in a path or query (RFC 3986, 3.3). */
function addressPart(value: string): string {
  return encodeURIComponent(value.toWellFormed()).replaceAll('%40', '@').replaceAll("'", '%27');
}

function webAddress(value: string): string {
  if (!/^https?:\/\//i.test(value)) return '#';
  return encodeURI(value.toWellFormed()).replace(/%25([0-9a-f]{2})/gi, '%$1');
}
