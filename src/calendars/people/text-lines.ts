const MOST_LINES = 500;
const LONGEST_LINE = 2_000;

/** The lines of a title, place or description, without empty ones. Descriptions may be HTML: a tag ends a line. */
export function textLines(text: string): string[] {
  return text
    .replace(/<[^<>@]{1,200}>/gu, '\n')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&')
    .split('\n')
    .map((line) => line.trim().slice(0, LONGEST_LINE))
    .filter((line) => line !== '')
    .slice(0, MOST_LINES);
}
