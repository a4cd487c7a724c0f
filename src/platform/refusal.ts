import type { Sentence } from '../contract/said.ts';
import { english } from './english.ts';

/**
 * A reason not to go on that a person can act upon: it is one sentence that says what to do.
 * The command line prints it without a stack and exits with 1.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly sentence: Sentence;

  constructor(sentence: Sentence) {
    super(english(sentence));
    this.sentence = sentence;
  }
}
