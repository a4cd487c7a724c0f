import { locale } from './locale.ts';

const KILOBYTE = 1_024;
const MEGABYTE = KILOBYTE * KILOBYTE;

/** Bytes as people write them: 12 kB, 3.4 MB. */
export function fileSize(bytes: number): string {
  if (bytes < MEGABYTE) return `${Math.max(1, Math.round(bytes / KILOBYTE))} kB`;
  const megabytes = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  return `${megabytes.format(bytes / MEGABYTE)} MB`;
}
