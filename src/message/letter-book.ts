import type { Template } from 'liquidjs';
import type { EmailSubmission, Letter, Strand } from '../providers/provider.ts';
import { cleanHtml } from './clean-html.ts';
import { htmlAsText } from './html-as-text.ts';
import { recordingLiquid } from './liquid-engine.ts';
import type { MergeScope } from './merge-scope.ts';
import { mark, marks, recordValues, withoutMarks } from './record-values.ts';
import { linesAsHtml, textAsHtml } from './text-as-html.ts';
import { unsubscribeWord } from './unsubscribe-word.ts';
import { withForms, withPlainForms, writeValue } from './value-form.ts';

/** So many letters are kept: conditions make several of one email, and a text full of them very many. */
const KEPT = 64;

/** What an email is written as; at least one of them. */
type Sources = { text: string | null; html: string | null };

/**
 * An email with marks for its values; under it who sent it and, in lines of their own, the word for the link and
 * a mark for it.
 */
type Words = Sources & { foot: string };

/** Who stands under an email that offers to send no more. */
const signature = recordingLiquid.parse(
  '{{ account.name }}{% if account.address %}\n{{ account.address }}{% endif %}',
);

/** Of whom a letter is, where that is another than the provider’s sender. */
type Sender = Pick<Letter, 'fromName' | 'replyTo'>;

/** A letter, and how the values that were merged become those for its gaps. */
type Kept = { letter: Letter; forms: readonly { value: number; form: string }[] };

/** The body of an email as one recipient gets it. */
export type RenderedLetter = { text: string } & EmailSubmission;

/**
 * The letters of one email. What its recipients have in common is worked out once for all that
 * conditions leave the same words: the HTML cleaned, the plain part made of it, and where the values
 * stand. For each recipient only the values are merged and written for their places.
 */
export class LetterBook {
  readonly #text: Template[] | null;
  readonly #html: Template[] | null;
  readonly #sender: Sender;
  readonly #kept = new Map<string, Kept>();

  /** The sources have compiled before, without problems. */
  constructor({ text, html }: Sources, sender: Sender) {
    this.#sender = sender;
    this.#text = text === null ? null : recordingLiquid.parse(withoutMarks(text));
    this.#html = html === null ? null : recordingLiquid.parse(withoutMarks(html));
  }

  /** The body for one recipient, and under it the link by which they get no more, where one is given. */
  render(scope: MergeScope, unsubscribe?: string): RenderedLetter {
    const merged: string[] = [];
    const words = {
      text: merge(this.#text),
      html: merge(this.#html),
      foot: unsubscribe === undefined ? '' : footWords(unsubscribe),
    };
    const { letter, forms } = this.#letterOf(words);
    const values = forms.map(({ value, form }) => writeValue(merged[value] ?? '', form));
    const html = fill(letter.html, values);
    return { text: fill(letter.text, values), html, letter, values, unsubscribe };

    function footWords(link: string): string {
      const word = unsubscribeWord(scope.participant.language);
      return `${merge(signature)}\n${word}\n${mark(merged.push(link) - 1)}`;
    }

    function merge(templates: Template[] | null): string | null {
      if (!templates) return null;
      return recordValues(merged, () => String(recordingLiquid.renderSync(templates, scope)));
    }
  }

  #letterOf(words: Words): Kept {
    const key = `${words.text?.length} ${words.text}${words.html?.length} ${words.html}${words.foot}`;
    const known = this.#kept.get(key);
    if (known) {
      if (this.#kept.size === KEPT) {
        this.#kept.delete(key);
        this.#kept.set(key, known);
      }
      return known;
    }
    const made = writeLetter(words, this.#sender);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size >= KEPT && oldest !== undefined) this.#kept.delete(oldest);
    this.#kept.set(key, made);
    return made;
  }
}

function writeLetter(words: Words, sender: Sender): Kept {
  const plain = words.text?.replace(/\r\n?/g, '\n').normalize('NFC') ?? null;
  const body =
    words.html === null
      ? withForms(textAsHtml(plain ?? ''), 'l')
      : withForms(cleanHtml(words.html).normalize('NFC'), 'h');
  const foot = footOf(words.foot);
  const forms: Kept['forms'][number][] = [];
  const html = strandOf(htmlDocument(body + foot.html), forms);
  const text = strandOf((plain ?? withPlainForms(htmlAsText(body))) + foot.text, forms);
  return { letter: { text, html, ...sender }, forms };
}

function htmlDocument(body: string): string {
  return `<!doctype html>\n<html>\n<body>\n${body}\n</body>\n</html>\n`;
}

/** What stands under an email; the two dashes are where mail readers know that it ends. */
function footOf(words: string): { text: string; html: string } {
  if (words === '') return { text: '', html: '' };
  const lines = words.split('\n');
  const link = lines.pop() ?? '';
  const word = lines.pop() ?? '';
  const html = `\n<hr>\n<p>${linesAsHtml(lines.join('\n'))}<br>\n<a href="${link}">${word}</a></p>`;
  return {
    text: `\n\n-- \n${lines.join('\n')}\n${word}: ${link}`,
    html: withForms(html, 'h'),
  };
}

/** Cuts a text at its marks; `forms` takes up what is not in it yet. */
function strandOf(marked: string, forms: { value: number; form: string }[]): Strand {
  const pieces: string[] = [];
  const gaps: number[] = [];
  let end = 0;
  for (const found of marked.matchAll(marks)) {
    const [whole, number = '', form = ''] = found;
    pieces.push(marked.slice(end, found.index));
    end = found.index + whole.length;
    const value = Number(number);
    const at = forms.findIndex((one) => one.value === value && one.form === form);
    gaps.push(at >= 0 ? at : forms.push({ value, form }) - 1);
  }
  pieces.push(marked.slice(end));
  return { pieces, gaps };
}

function fill({ pieces, gaps }: Strand, values: readonly string[]): string {
  let filled = pieces[0] ?? '';
  for (const [at, gap] of gaps.entries()) filled += `${values[gap] ?? ''}${pieces[at + 1] ?? ''}`;
  return filled;
}
