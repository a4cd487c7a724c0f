const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * The HTML of an email that was written as plain text: paragraphs where a blank line stands, line
 * breaks where they are, and links for what begins with http:// or https://. All else is escaped, so
 * that nothing in the text or in a merged value becomes markup.
 */
export function textAsHtml(text: string): string {
  return text
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${linesAsHtml(paragraph)}</p>`)
    .join('\n');
}

/** The same for what stands within a paragraph. */
export function linesAsHtml(lines: string): string {
  return lines.split('\n').map(lineAsHtml).join('<br>\n');
}

function lineAsHtml(line: string): string {
  return line
    .split(/(https?:\/\/[^\s<>"]+)/i)
    .map((part, index) => (index % 2 === 1 ? linkAsHtml(part) : escapeHtml(part)))
    .join('');
}

/** What ends a sentence or closes a bracket around an address is not part of it. */
function linkAsHtml(address: string): string {
  const href = address.replace(/[.,;:!?'\])}]+$/, '');
  const rest = address.slice(href.length);
  return `<a href="${escapeHtml(href)}">${escapeHtml(href)}</a>${escapeHtml(rest)}`;
}

/** A text that stands for itself in HTML, in an attribute too. */
export function escapeHtml(text: string): string {
  return /[&<>"']/.test(text)
    ? text.replace(/[&<>"']/g, (character) => entities[character] ?? '')
    : text;
}
