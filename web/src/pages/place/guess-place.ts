import type { AccountPlace, CountryZones } from '../../../../src/contract/place.ts';

/**
 * Where a business is likely to be, by the time zone and the language of a browser; empty what they do
 * not tell. The zone says it better than the language: many read English elsewhere. Of a country with
 * several zones none is guessed where the browser's is no place at all, as UTC.
 */
export function guessPlace(
  { timeZone, region }: { timeZone: string; region: string },
  countries: readonly CountryZones[],
): AccountPlace {
  const [there] = countries.filter(({ timeZones }) => timeZones.includes(timeZone));
  if (there) return { country: there.country, timeZone };
  const zones = countries.find(({ country }) => country === region)?.timeZones ?? [];
  const [first = ''] = zones;
  return { country: region, timeZone: zones.length === 1 ? first : '' };
}
