/** What a newcomer has done so far, as the page sees it. */
export type Done = {
  hasTicked: boolean;
  isComposing: boolean;
  hasSent: boolean;
  hasArrived: boolean;
  hasAnswered: boolean;
};

/** The steps of the tour, in their order; after the last it is over. */
export const tourSteps = ['tick', 'compose', 'write', 'watch', 'answer'] as const;
export type TourStep = (typeof tourSteps)[number];

/**
 * The step that comes next. It follows from what was done, so that going back (a tick taken away,
 * Compose closed) takes the tour back too, and whoever goes ahead of it is not held up.
 */
export function nextStep(done: Done): TourStep | null {
  if (done.hasAnswered) return null;
  if (done.hasArrived) return 'answer';
  if (done.hasSent) return 'watch';
  if (done.isComposing) return 'write';
  return done.hasTicked ? 'compose' : 'tick';
}
