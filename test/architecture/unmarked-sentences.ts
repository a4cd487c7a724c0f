import { parseSync, Visitor } from 'vite';

/** Three words one after the other, with the capital and the full stop of a sentence. */
const SENTENCE = /^[\p{Lu}“](?=.*\p{L}+ \p{L}+ \p{L}+).*[.?]$/su;
/** What is said to programmers, in logs and in the description of the API. */
const FOR_PROGRAMMERS = /^(?:description|summary)$/;

/** Sentences of a file of the server that no catalogue knows, with their lines. */
export function unmarkedSentences(path: string, source: string): string[] {
  const { program, comments } = parseSync(path, source);
  const marks = new Set(
    comments.filter(({ value }) => value.trim() === 'i18n').map(({ end }) => end),
  );
  const found: { start: number; end: number; text: string }[] = [];
  const quiet: { start: number; end: number }[] = [];
  new Visitor({
    Property: (node) => {
      const name = node.key.type === 'Identifier' ? node.key.name : '';
      if (FOR_PROGRAMMERS.test(name)) quiet.push(node);
    },
    NewExpression: (node) => {
      if (node.callee.type === 'Identifier' && node.callee.name === 'Error') quiet.push(node);
    },
    Literal: (node) => {
      if (typeof node.value === 'string') found.push({ ...node, text: node.value });
    },
    TemplateLiteral: (node) => {
      found.push({ ...node, text: node.quasis.map(({ value }) => value.raw).join('…') });
    },
  }).visit(program);
  return found
    .filter(({ start, text }) => SENTENCE.test(text) && !marks.has(start - 1))
    .filter(({ start, end }) => !quiet.some((part) => part.start <= start && end <= part.end))
    .map(({ start, text }) => `${path}:${source.slice(0, start).split('\n').length} ${text}`);
}
