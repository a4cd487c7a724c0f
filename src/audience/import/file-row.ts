import type { Sentence } from '../../contract/said.ts';

/** A row of a file, or a card, before anything is made of it. */
export type FileRow = {
  /** Line of the file, counted from 1, where it begins. */
  line: number;
  cells: string[];
  /** Why it cannot be taken, where reading it already tells. */
  problem: Sentence | null;
};

/** Text of a cell without NUL and other controls; line breaks and tabs stay. */
export function plainCell(text: string): string {
  return text
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .toWellFormed()
    .trim();
}
