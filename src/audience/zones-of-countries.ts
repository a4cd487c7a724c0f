import { getCountries } from 'libphonenumber-js/max';
import type { CountryZones } from '../contract/place.ts';
import { zonesOfCountry } from './number-zones.ts';

/** Zones whose names a browser may have as the IANA does today, while CLDR keeps those of before. */
const RENAMED = [
  'Africa/Asmara',
  'America/Argentina/Buenos_Aires',
  'America/Argentina/Catamarca',
  'America/Argentina/Cordoba',
  'America/Argentina/Jujuy',
  'America/Argentina/Mendoza',
  'America/Atikokan',
  'America/Indiana/Indianapolis',
  'America/Kentucky/Louisville',
  'America/Nuuk',
  'Asia/Ho_Chi_Minh',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Asia/Yangon',
  'Atlantic/Faroe',
  'Europe/Kyiv',
  'Pacific/Chuuk',
  'Pacific/Kanton',
  'Pacific/Pohnpei',
];

/** Every country that has numbers of its own with its time zones, by all names that are in use. */
export function zonesOfCountries(): CountryZones[] {
  const names = new Map<string, string[]>();
  for (const name of RENAMED) {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions();
    names.set(timeZone, [...(names.get(timeZone) ?? []), name]);
  }
  return getCountries().map((country) => ({
    country,
    timeZones: [
      ...new Set(zonesOfCountry(country).flatMap((zone) => [...(names.get(zone) ?? []), zone])),
    ],
  }));
}
