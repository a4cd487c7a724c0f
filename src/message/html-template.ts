const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
  '\u00a0': ' ',
  '&amp;': '&',
};

/**
 * Rich text as Liquid is to read it: within {{ … }} and {% … %} the entities that an editor wrote are
 * the characters they stand for.
 */
export function htmlTemplate(html: string): string {
  return html.replace(/\{\{.*?\}\}|\{%.*?%\}/gs, (tag) =>
    tag.replace(/&(?:lt|gt|quot|#39|nbsp|amp);|\u00a0/g, (entity) => entities[entity] ?? entity),
  );
}
