import { type Channel, channels } from '../contract/channel.ts';
import type { Content } from '../contract/content.ts';
import type { Sentence } from '../contract/said.ts';
import type { FieldBook } from './field-book.ts';
import { htmlTemplate } from './html-template.ts';
import { LetterBook } from './letter-book.ts';
import { type CompiledTemplate, compileTemplate } from './template.ts';

/** What goes out on one channel; only email has a subject and letters. */
type CompiledMessage = {
  subject: CompiledTemplate | null;
  /** Of an email that was written as rich text only, that. */
  text: CompiledTemplate;
  letters: LetterBook | null;
  /** A link by which its recipient gets no more stands under each. */
  unsubscribe: boolean;
  /** Voice: what a machine is told, where it is another text. */
  voicemail: CompiledTemplate | null;
  /** Lines that stand below the text whoever gets it: the addresses of its files. */
  below: readonly string[];
  /** The merge fields that must not be empty for a person, all texts together. */
  required: readonly string[];
  /** What has a plain character of the same meaning is replaced by it; only of SMS. */
  inPlainCharacters: boolean;
};

/** The texts of a broadcast, ready to be rendered for each recipient. */
export type CompiledContent = {
  /** Those that have a text, in the order in which pages list them. */
  channels: readonly Channel[];
  messages: Readonly<Partial<Record<Channel, CompiledMessage>>>;
  speaksOfAppointment: boolean;
};

/** `path` is where in the content, as `email.subject`; lines and columns count from 1. */
export type ContentProblem = { path: string; message: Sentence; line: number; column: number };

/**
 * Compiles all texts, or lists everything that is wrong with any of them; with a `book`, also what nobody
 * has. What was compiled with one compiles without.
 */
export function compileContent(
  content: Content,
  book?: FieldBook,
): { compiled: CompiledContent } | { problems: ContentProblem[] } {
  const problems: ContentProblem[] = [];
  const compile: Compile = (path, text) => compileText(path, text, problems, book);
  const messages: Partial<Record<Channel, CompiledMessage>> = {};
  for (const channel of channels) {
    const source = content[channel];
    if (!source) continue;
    const message = 'subject' in source ? email(source, compile) : spoken(channel, source, compile);
    if (message) messages[channel] = message;
  }
  if (problems.length > 0) return { problems };
  return {
    compiled: {
      channels: channels.filter((channel) => messages[channel]),
      messages,
      speaksOfAppointment: Object.values(messages).some(({ subject, text, voicemail }) =>
        [subject, text, voicemail].some((one) => one?.speaksOfAppointment),
      ),
    },
  };
}

function spoken(
  channel: Channel,
  source: NonNullable<Content['sms' | 'voice']>,
  compile: Compile,
): CompiledMessage | undefined {
  // A call that plays a sound says nothing.
  const text = compile(`${channel}.text`, source.text ?? '');
  const words = 'voicemail' in source ? source.voicemail?.text : undefined;
  const voicemail = words === undefined ? null : compile(`${channel}.voicemail.text`, words);
  if (text === undefined || voicemail === undefined) return undefined;
  const required = union(text, voicemail);
  return {
    subject: null,
    text,
    letters: null,
    unsubscribe: false,
    voicemail,
    below: [],
    required,
    inPlainCharacters: 'replaceCharacters' in source && source.replaceCharacters === true,
  };
}

function email(
  source: NonNullable<Content['email']>,
  compile: Compile,
): CompiledMessage | undefined {
  const rich = source.html === undefined ? null : htmlTemplate(source.html);
  const subject = compile('email.subject', source.subject);
  const text = source.text === undefined ? null : compile('email.text', source.text);
  const html = rich === null ? null : compile('email.html', rich);
  const body = text ?? html;
  if (!subject || !body || text === undefined || html === undefined) return undefined;
  return {
    subject,
    text: body,
    letters: new LetterBook(
      { text: source.text ?? null, html: rich },
      { fromName: source.fromName, replyTo: source.replyTo },
    ),
    unsubscribe: source.unsubscribe ?? false,
    voicemail: null,
    below: [],
    required: union(subject, text, html),
    inPlainCharacters: false,
  };
}

/** Compiles the text at a path, or notes its problems. */
type Compile = (path: string, source: string) => CompiledTemplate | undefined;

function compileText(
  path: string,
  source: string,
  problems: ContentProblem[],
  book: FieldBook | undefined,
): CompiledTemplate | undefined {
  const result = compileTemplate(source, book);
  if ('template' in result) return result.template;
  for (const { message, line, column } of result.problems) {
    problems.push({ path, message, line, column });
  }
  return undefined;
}

function union(...templates: readonly (CompiledTemplate | null)[]): readonly string[] {
  return [...new Set(templates.flatMap((one) => one?.required ?? []))];
}

/** The same with lines below the text message, as the addresses of its files. */
export function withLines(compiled: CompiledContent, below: readonly string[]): CompiledContent {
  const { sms } = compiled.messages;
  if (!sms || below.length === 0) return compiled;
  return { ...compiled, messages: { ...compiled.messages, sms: { ...sms, below } } };
}
