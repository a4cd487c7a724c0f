/** What the carrier over HTTP and the provider that calls it agree on; milliseconds. */

/** How many messages a worker has on the wire at once. */
export const WINDOW = 20;
/** How long an answer is waited for. */
export const PATIENCE = 2_000;
/** After how long a message that was taken surely stands in the listing. */
export const LISTING_LAG = 2_000;
