/** As many recipients as are promised. */
export const MILLION = 1_000_000;
