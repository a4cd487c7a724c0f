import { readAccountProfile, writeAccountProfile } from '../../account/account-profile.ts';
import { accountProfile } from '../../contract/account.ts';
import { insertableFields as insertableFieldsSchema } from '../../contract/insertable-field.ts';
import { readFieldBook } from '../../message/field-book.ts';
import { insertableFields } from '../../message/insertable-fields.ts';
import { asAccount, asEngineFor } from '../../platform/database.ts';
import type { HttpContext, Server } from '../context.ts';

/** What an account tells of itself, and what its texts may say. */
export function accountRoutes(server: Server, { database }: HttpContext): void {
  server.get(
    '/account',
    {
      config: { allow: 'read' },
      schema: {
        summary: 'What the business tells of itself in messages',
        response: { 200: accountProfile },
      },
    },
    ({ principal: { accountId } }) =>
      asAccount(database, accountId, (client) => readAccountProfile(client, accountId)),
  );

  server.put(
    '/account',
    {
      config: { allow: 'configure' },
      schema: {
        summary: 'Change it; messages that were made before say what they said',
        body: accountProfile,
        response: { 200: accountProfile },
      },
    },
    async ({ principal: { accountId }, body }) => {
      await asEngineFor(database, accountId, (client) =>
        writeAccountProfile(client, accountId, body),
      );
      return asAccount(database, accountId, (client) => readAccountProfile(client, accountId));
    },
  );

  server.get(
    '/merge-fields',
    {
      config: { allow: 'read' },
      schema: {
        summary: 'The fields that a text may name, custom ones among them',
        response: { 200: insertableFieldsSchema },
      },
    },
    ({ principal: { accountId, user } }) =>
      asAccount(database, accountId, async (client) => ({
        items: insertableFields(await readFieldBook(client, accountId, user)),
      })),
  );
}
