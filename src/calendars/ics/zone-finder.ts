import type { Window } from '../calendar.ts';
import { readText } from './content-line.ts';
import { fileZone } from './file-zone.ts';
import { ianaZone } from './iana-zone.ts';
import { type Component, propertyOf } from './split-components.ts';
import { zoneOfWindowsName } from './windows-zones.ts';
import { utc, type Zone } from './zone.ts';

/** A file that names more zones than the world has is hostile; further ones are not known. */
const MOST_ZONES = 1_000;

/** Finds the zone that a TZID means; null where neither we nor the file know it. */
export type FindZone = (tzid: string) => Zone | null;

/**
 * Finds zones for one file. A TZID that is an IANA name, ends in one
 * (`/freeassociation.sourceforge.net/America/New_York`) or is a Windows name follows our own rules,
 * which are kept up to date; any other follows the file's VTIMEZONE of that name.
 */
export function zoneFinder(components: readonly Component[], window: Window): FindZone {
  const described = new Map(components.slice(0, MOST_ZONES).map((c) => [tzidOf(c), c]));
  const found = new Map<string, Zone | null>();
  return (tzid) => {
    const name = tzid.trim();
    let zone = found.get(name);
    if (zone === undefined && found.size < MOST_ZONES) {
      const component = described.get(name);
      // A bare word such as EST may be IANA's too, but the file says what it means by it.
      const ours = component && !isTelling(name) ? null : knownZone(name);
      zone = ours ?? (component ? fileZone(component, window) : null);
      found.set(name, zone);
    }
    return zone ?? null;
  };
}

function tzidOf(component: Component): string {
  return readText(propertyOf(component, 'TZID')?.value ?? '', 200);
}

function isTelling(tzid: string): boolean {
  return tzid.includes('/') || zoneOfWindowsName(tzid) !== undefined;
}

function knownZone(tzid: string): Zone | null {
  // Nobody lives in UTC: such times are shown where the calendar is.
  if (/^\/?(?:etc\/)?(?:utc|gmt|zulu|universal)$/i.test(tzid)) return { ...utc, name: null };
  const windows = zoneOfWindowsName(tzid);
  if (windows !== undefined) return ianaZone(windows);
  const path = tzid.split('/').filter((part) => part !== '');
  for (let from = Math.max(0, path.length - 3); from < path.length; from++) {
    const zone = path.length - from === 1 && from > 0 ? null : ianaZone(path.slice(from).join('/'));
    if (zone) return zone;
  }
  return null;
}
