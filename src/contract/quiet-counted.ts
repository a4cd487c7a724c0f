/** Of those in a broadcast who wait for quiet hours, so many at most are counted. */
export const QUIET_COUNTED = 10_000;
