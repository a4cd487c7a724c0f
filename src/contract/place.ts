import { z } from 'zod';
import { country, timeZone } from './setup.ts';

/** Where a business is: how its people's numbers are read, and when its days begin. */
export const accountPlace = z.strictObject({ country, timeZone });
export type AccountPlace = z.infer<typeof accountPlace>;

/** The time zones of a country. */
export const countryZones = z.object({
  country,
  timeZones: z.array(z.string()).meta({
    description: 'IANA names, where most people live first; one that was renamed by both names',
  }),
});
export type CountryZones = z.infer<typeof countryZones>;
