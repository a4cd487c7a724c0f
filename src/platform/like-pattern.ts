/**
 * A pattern for ILIKE that finds the text anywhere; what LIKE means otherwise stands for itself. Zero
 * bytes, which no text in the database has, are left out.
 */
export function containing(text: string): string {
  return `%${text.replaceAll('\0', '').replace(/[\\%_]/g, '\\$&')}%`;
}
