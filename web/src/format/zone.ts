import { t } from '@lingui/core/macro';

/** A time zone as people read it: "America/New York", or "each recipient’s own time". */
export function zoneInWords(zone: string): string {
  return zone === 'recipient' ? t`each recipient’s own time` : zone.replaceAll('_', ' ');
}
