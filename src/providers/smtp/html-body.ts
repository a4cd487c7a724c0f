const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * The HTML part of an email, made from its plain text: paragraphs where a blank line stands, line
 * breaks where they are, and links for what begins with http:// or https://. All else is escaped, so
 * that nothing in the text or in a merged value becomes markup.
 */
export function htmlBody(text: string): string {
  const paragraphs = text
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${paragraph.split('\n').map(lineAsHtml).join('<br>\n')}</p>`);
  return `<!doctype html>\n<html>\n<body>\n${paragraphs.join('\n')}\n</body>\n</html>\n`;
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

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
