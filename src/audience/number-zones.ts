import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { zonesOfAreaCode } from './area-codes.ts';

/**
 * Where most people live in countries of several zones that have one such place, as they are named in
 * Unicode's CLDR, from which the zones of a country come.
 */
const MAIN_ZONES: Readonly<Record<string, string>> = {
  AR: 'America/Buenos_Aires',
  AU: 'Australia/Sydney',
  BR: 'America/Sao_Paulo',
  CA: 'America/Toronto',
  CD: 'Africa/Kinshasa',
  CL: 'America/Santiago',
  CN: 'Asia/Shanghai',
  CY: 'Asia/Nicosia',
  EC: 'America/Guayaquil',
  ES: 'Europe/Madrid',
  GL: 'America/Godthab',
  ID: 'Asia/Jakarta',
  KI: 'Pacific/Tarawa',
  KZ: 'Asia/Almaty',
  MN: 'Asia/Ulaanbaatar',
  MX: 'America/Mexico_City',
  PF: 'Pacific/Tahiti',
  PG: 'Pacific/Port_Moresby',
  PT: 'Europe/Lisbon',
  RU: 'Europe/Moscow',
  UA: 'Europe/Kiev',
  US: 'America/New_York',
  UZ: 'Asia/Tashkent',
};

/**
 * Where somebody may be of whom only a number in E.164 is known, the likeliest zone first: `home`, the
 * account's own, where the number allows it or says nothing. A number that was taken along when its
 * owner moved tells where it was given out, which is all that it can.
 */
export function zonesOfNumber(e164: string, home: string): readonly string[] {
  const zones = zonesByPlan(e164);
  if (zones.length === 0 || zones.includes(home)) return distinct([home, ...zones]);
  return zones;
}

/** The same by its numbering plan alone; empty where that says nothing. */
export function zonesByPlan(e164: string): readonly string[] {
  const country = parsePhoneNumberFromString(e164)?.country;
  if (country === undefined) return [];
  const ofArea =
    country === 'US' || country === 'CA' ? zonesOfAreaCode.get(e164.slice(2, 5)) : null;
  return ofArea ?? zonesOfCountry(country);
}

type RegionalLocale = Intl.Locale & { getTimeZones(): string[] | undefined };

/** The time zones of a country, where most people live first; empty where none is known. */
export function zonesOfCountry(country: string): readonly string[] {
  // Node has what ECMA-402 says here since its version 18; TypeScript's library does not yet.
  const region = new Intl.Locale(`und-${country}`) as RegionalLocale;
  const all = region.getTimeZones() ?? [];
  const main = MAIN_ZONES[country];
  return main === undefined || !all.includes(main) ? all : distinct([main, ...all]);
}

function distinct(zones: readonly string[]): readonly string[] {
  return [...new Set(zones)];
}
