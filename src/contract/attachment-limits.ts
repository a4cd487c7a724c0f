const MEGABYTE = 1_048_576;

/** Bytes and numbers that may be attached; in bytes of the files themselves. */
export const attachmentLimits = {
  file: 15 * MEGABYTE,
  audioFile: 60 * MEGABYTE,
  audioSeconds: 300,
  perText: 5,
  perEmail: 10,
  /** Together; a mail grows by a third on its way, and many servers take 25 MB. */
  emailTotal: 15 * MEGABYTE,
} as const;
