const MEGABYTE = 1_048_576;

/** Extensions of what may be attached. */
export const attachable: readonly string[] = [
  ...['jpg', 'jpeg', 'png', 'gif', 'webp', 'pdf', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp'],
  ...['txt', 'csv', 'ics', 'vcf', 'mp3', 'wav'],
];

/** Extensions of what a call can play. */
export const playable: readonly string[] = ['mp3', 'wav'];

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
