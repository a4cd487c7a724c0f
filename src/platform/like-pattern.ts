/** A pattern for ILIKE that finds the text anywhere; what LIKE means otherwise stands for itself. */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}
