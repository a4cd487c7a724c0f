import { t } from '@lingui/core/macro';
import { count } from './count.ts';
import { locale } from './locale.ts';

const KILOBYTE = 1_024;
const MEGABYTE = KILOBYTE * KILOBYTE;

/** Bytes as people write them: 12 kB, 3.4 MB. */
export function fileSize(bytes: number): string {
  if (bytes < MEGABYTE) {
    const kilobytes = count(Math.max(1, Math.round(bytes / KILOBYTE)));
    return t`${kilobytes} kB`;
  }
  const tenths = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const megabytes = tenths.format(bytes / MEGABYTE);
  return t`${megabytes} MB`;
}
