import { type Channel, channels } from '../contract/channel.ts';
import type { Content } from '../contract/content.ts';
import { type CompiledTemplate, compileTemplate } from './template.ts';

/** What goes out on one channel; only email has a subject. */
type CompiledMessage = {
  subject: CompiledTemplate | null;
  text: CompiledTemplate;
  /** The merge fields that must not be empty for a person, subject and text together. */
  required: readonly string[];
};

/** The texts of a broadcast, ready to be rendered for each recipient. */
export type CompiledContent = {
  /** Those that have a text, in the order in which pages list them. */
  channels: readonly Channel[];
  messages: Readonly<Partial<Record<Channel, CompiledMessage>>>;
  speaksOfAppointment: boolean;
};

/** `path` is where in the content, as `email.subject`; lines and columns count from 1. */
export type ContentProblem = { path: string; message: string; line: number; column: number };

/** Compiles all texts, or lists everything that is wrong with any of them. */
export function compileContent(
  content: Content,
): { compiled: CompiledContent } | { problems: ContentProblem[] } {
  const problems: ContentProblem[] = [];
  const messages: Partial<Record<Channel, CompiledMessage>> = {};
  for (const channel of channels) {
    const source = content[channel];
    if (!source) continue;
    const subject =
      'subject' in source ? compile(`${channel}.subject`, source.subject, problems) : null;
    const text = compile(`${channel}.text`, source.text, problems);
    if (subject === undefined || text === undefined) continue;
    messages[channel] = { subject, text, required: union(subject?.required, text.required) };
  }
  if (problems.length > 0) return { problems };
  return {
    compiled: {
      channels: channels.filter((channel) => messages[channel]),
      messages,
      speaksOfAppointment: Object.values(messages).some(
        ({ subject, text }) => subject?.speaksOfAppointment || text.speaksOfAppointment,
      ),
    },
  };
}

function compile(
  path: string,
  source: string,
  problems: ContentProblem[],
): CompiledTemplate | undefined {
  const result = compileTemplate(source);
  if ('template' in result) return result.template;
  for (const { message, line, column } of result.problems) {
    problems.push({ path, message, line, column });
  }
  return undefined;
}

function union(subject: readonly string[] = [], text: readonly string[]): readonly string[] {
  return [...new Set([...subject, ...text])];
}
