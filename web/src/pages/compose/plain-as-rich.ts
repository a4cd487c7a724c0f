/** A plain text as the rich text editor begins with it: paragraphs and line breaks, nothing else. */
export function plainAsRich(text: string): string {
  if (text.trim() === '') return '';
  return text
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${escaped(paragraph).replaceAll('\n', '<br>')}</p>`)
    .join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
