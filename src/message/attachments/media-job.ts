import type { Sentence } from '../../contract/said.ts';

/** What a thread is to look into: a file that was received, and where it may leave what a phone gets. */
export type MediaJob = {
  purpose: 'file' | 'audio';
  path: string;
  /** A clean one. */
  name: string;
  /** The media type that the browser says it has. */
  declared: string;
  phonePath: string;
};

/** What a file turned out to be, or the sentence that says why it is not taken. */
export type MediaFacts =
  | { problem: Sentence }
  | {
      type: string;
      width: number | null;
      height: number | null;
      durationMs: number | null;
      peak: number | null;
      /** The type of what was left at `phonePath`; null: nothing. */
      phoneType: string | null;
    };
