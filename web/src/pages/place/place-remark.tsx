import { useLingui } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { AccountPlace } from '../../../../src/contract/place.ts';
import { countryZonesQuery } from '../../api/places.ts';
import { now } from '../../clock.ts';
import { regionName } from '../../components/country-select.tsx';
import { zoneInWords } from '../../format/zone.ts';
import { isClockOf } from './is-clock-of.ts';

/** Says so where no clock of the chosen country goes as in the chosen zone. */
export function PlaceRemark({ country, timeZone }: AccountPlace) {
  const { t } = useLingui();
  const { data: countries = [] } = useQuery(countryZonesQuery);
  const zones = countries.find((one) => one.country === country)?.timeZones ?? [];
  const [zone, name] = [zoneInWords(timeZone), regionName(country)];
  const isElsewhere =
    timeZone !== '' &&
    zones.length > 0 &&
    !isClockOf(timeZone, zones, new Date(now()).getUTCFullYear());
  return (
    <Text size="sm" c="var(--tone-amber)" role="status">
      {isElsewhere && t`Check the two: no clock in this country (${name}) goes by ${zone}.`}
    </Text>
  );
}
