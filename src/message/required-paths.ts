import type { Channel } from '../contract/channel.ts';
import type { CompiledContent } from './compile-content.ts';
import { emptyFieldPath } from './empty-field.ts';

/** Where in a recipient's frozen fields something must stand for the text of a channel; joined by dots. */
export function requiredPaths({ messages }: CompiledContent, channel: Channel): string[] {
  return messages[channel]?.required.map((field) => emptyFieldPath(field).join('.')) ?? [];
}
