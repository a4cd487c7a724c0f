import { compile } from 'html-to-text';

const convert = compile({
  wordwrap: false,
  selectors: [
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true, linkBrackets: ['(', ')'] } },
    { selector: 'img', format: 'skip' },
    { selector: 'ul', options: { itemPrefix: '- ' } },
    ...['h1', 'h2', 'h3', 'h4'].map((selector) => ({ selector, options: { uppercase: false } })),
    ...['table', 'th', 'td'].map((selector) => ({ selector, format: 'block' })),
  ],
});

/** The plain part of an email that was written as rich text: its words, lists and links. */
export function htmlAsText(html: string): string {
  return convert(html);
}
