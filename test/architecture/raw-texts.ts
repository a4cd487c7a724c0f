import { parseSync, Visitor } from 'vite';

/** A text that a reader would see, and that stands outside the catalogue. */
export type RawText = { line: number; text: string };

/** Two words, or one with a capital: what people read, not what programs do. */
const READABLE = /\p{L} \p{L}|^\p{Lu}\p{Ll}+[\p{P}]?$/u;
/** Names of keys on a keyboard, of elements and of headers are for programs. */
const NAMES =
  /^(?:Ctrl|Enter|Escape|Tab|Home|End|Delete|Backspace|(?:Arrow|Page)\w+|[A-Z]\w+[A-Z]\w*)$/;
const OWN_NAME = 'Headsup';
/** How a page is made, not what it says. */
const STYLE =
  /^\(|^[\d.]+(?:px|rem|em|%)|(?:^|[ ,(])(?:\d+(?:\.\d+)?(?:px|rem|em|%|fr|ms)|var\()|\bsans-serif\b/;
/** Attributes that nobody reads. */
const UNREAD = new Set(['className', 'd', 'points', 'viewBox', 'sandbox', 'accept', 'rel']);
/** Calls whose words are for programmers, or are looked up already. */
const NOT_SHOWN = new Set(['Error', 'TypeError', 'RangeError']);

/** The texts of a file of the page that are not in the catalogue; macros stand as they were written. */
export function rawTextsOf(path: string, source: string): RawText[] {
  const { program, comments } = parseSync(path, source);
  const annotated = new Set(
    comments.filter(({ value }) => value.trim() === 'i18n').map(({ end }) => end),
  );
  const found: RawText[] = [];
  const quiet: { start: number; end: number }[] = [];
  const note = ({ start, end }: { start: number; end: number }, text: string) => {
    const isIn = quiet.some((range) => range.start <= start && end <= range.end);
    if (isIn || annotated.has(start - 1) || annotated.has(start)) return;
    found.push({ line: source.slice(0, start).split('\n').length, text });
  };
  new Visitor({
    ImportDeclaration: (node) => void quiet.push(node),
    ExportNamedDeclaration: (node) => void (node.source && quiet.push(node.source)),
    ImportExpression: (node) => void quiet.push(node),
    TSLiteralType: (node) => void quiet.push(node),
    JSXElement: (node) => {
      const { name } = node.openingElement;
      const tag = name.type === 'JSXIdentifier' ? name.name : '';
      if (/^(?:Trans|Plural|Select|SelectOrdinal)$/.test(tag) && usesMacro(source, tag)) {
        quiet.push(node);
      }
    },
    JSXAttribute: (node) => {
      const name = node.name.type === 'JSXIdentifier' ? node.name.name : '';
      if (UNREAD.has(name)) quiet.push(node);
    },
    JSXText: (node) => {
      if (/\p{L}{2}/u.test(node.value) && node.value.trim() !== OWN_NAME)
        note(node, node.value.trim());
    },
    TaggedTemplateExpression: (node) => {
      if (node.tag.type === 'Identifier' && isMacro(node.tag.name)) quiet.push(node);
    },
    CallExpression: (node) => {
      if (node.callee.type === 'Identifier' && isMacro(node.callee.name)) quiet.push(node);
      // What is looked for is not shown.
      const callee = source.slice(node.callee.start, node.callee.end);
      if (/\.(?:includes|closest|matches)$|\.querySelector(?:All)?(?:<\w+>)?$/.test(callee)) {
        quiet.push(...node.arguments);
      }
    },
    NewExpression: (node) => {
      if (node.callee.type === 'Identifier' && NOT_SHOWN.has(node.callee.name)) quiet.push(node);
    },
    Literal: (node) => {
      if (typeof node.value === 'string' && isRead(node.value)) note(node, node.value);
    },
    TemplateLiteral: (node) => {
      const text = node.quasis.map(({ value }) => value.raw).join('…');
      if (/\p{L}{2}\p{P}? |\s\p{L}{2}/u.test(text) && !STYLE.test(text)) note(node, text);
    },
  }).visit(program);
  return found;
}

function isRead(text: string): boolean {
  return READABLE.test(text) && /\p{Ll}/u.test(text) && !NAMES.test(text) && !STYLE.test(text);
}

function isMacro(name: string): boolean {
  return /^(?:t|msg|defineMessage|plural|select|selectOrdinal)$/.test(name);
}

/** Mantine has a `Select` too. */
function usesMacro(source: string, tag: string): boolean {
  return new RegExp(`import \\{[^}]*\\b${tag}\\b[^}]*\\} from '@lingui/react/macro'`).test(source);
}
