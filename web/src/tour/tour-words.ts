import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { TourStep } from './tour-step.ts';

/** What each step is called, and how it is done. */
export const tourWords: Readonly<
  Record<TourStep, { title: MessageDescriptor; how: MessageDescriptor }>
> = {
  tick: {
    title: msg`Tick appointments`,
    how: msg`Tick two or three appointments. The box of a day ticks the whole day.`,
  },
  compose: {
    title: msg`Press Compose`,
    how: msg`Press Compose. Whoever is ticked is in the message already.`,
  },
  write: {
    title: msg`Write and send`,
    how: msg`Write what they should know. Next to it you see what each of them gets. Then press Review, and there the blue button.`,
  },
  watch: {
    title: msg`Watch it go out`,
    how: msg`For ten seconds it can be undone. Then each face turns green as its message arrives.`,
  },
  answer: {
    title: msg`Answer as one of them`,
    how: msg`This is the pretend phone or mailbox of somebody who got it. Answer as they would; STOP, for one, is obeyed at once.`,
  },
};
