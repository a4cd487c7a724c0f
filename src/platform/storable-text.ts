/**
 * Text from outside as PostgreSQL takes it: without zero bytes, which its text type cannot hold, and
 * of at most `longest` characters. Null stays null.
 */
export function storableText(text: string | null, longest: number): string | null {
  return text === null ? null : text.replaceAll('\0', '').slice(0, longest);
}
