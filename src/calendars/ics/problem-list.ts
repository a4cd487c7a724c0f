import type { CalendarProblem } from '../../contract/calendar.ts';
import type { Sentence } from '../../contract/said.ts';
import { spoken } from '../../platform/english.ts';

const MOST_KEPT = 100;

/** The problems of a file: the first hundred in full, of the rest the number. */
export class ProblemList {
  readonly first: CalendarProblem[] = [];
  count = 0;

  add(line: number, title: string, sentence: Sentence): void {
    this.count++;
    if (this.first.length < MOST_KEPT)
      this.first.push({ line, title: title.slice(0, 200), ...spoken(sentence) });
  }
}
