import { z } from 'zod';
import { readAccount } from '../../account/account.ts';
import { writeAccountPlace } from '../../account/account-place.ts';
import { shutDoor } from '../../account/door-lock.ts';
import { zonesOfCountries } from '../../audience/zones-of-countries.ts';
import { type AccountPlace, accountPlace, countryZones } from '../../contract/place.ts';
import { wakeCapped } from '../../delivery/lane-statements.ts';
import { asEngineFor } from '../../platform/database.ts';
import { give } from '../../platform/signals.ts';
import { askWaitersAgain } from '../../schedule/ask-waiters-again.ts';
import type { HttpContext, Server } from '../context.ts';

/** Where an account is, and where one may be. */
export function placeRoutes(server: Server, { database, clock }: HttpContext): void {
  const countries = zonesOfCountries();

  server.get(
    '/countries',
    {
      config: { allow: 'anyone' },
      schema: {
        summary: 'Countries with their time zones, to choose from',
        response: { 200: z.object({ items: z.array(countryZones) }) },
      },
    },
    async () => ({ items: countries }),
  );

  const read = async (accountId: string): Promise<AccountPlace> => {
    const { country, timeZone } = await readAccount(database.engine, accountId);
    return { country, timeZone };
  };

  server.get(
    '/account/place',
    {
      config: { allow: 'read' },
      schema: {
        summary: 'The country and the time zone of the business',
        response: { 200: accountPlace },
      },
    },
    ({ principal }) => read(principal.accountId),
  );

  server.put(
    '/account/place',
    {
      config: { allow: 'configure' },
      schema: {
        summary: 'Change them; what is scheduled, and appointments, keep their moment',
        body: accountPlace,
        response: { 200: accountPlace },
      },
    },
    async ({ principal: { accountId }, body }) => {
      await asEngineFor(database, accountId, async (client) => {
        await shutDoor(client, accountId);
        const now = clock.now();
        await writeAccountPlace(client, accountId, body, now);
        await askWaitersAgain(client, accountId, null, now);
        await wakeCapped(client, accountId, now);
      });
      await give(database.engine, { topic: 'work' });
      return read(accountId);
    },
  );
}
