import { expect, it } from 'vitest';
import { testAccount } from '../../../test/support/test-account.ts';
import { testDatabase } from '../../../test/support/test-database.ts';
import type { Account } from '../../account/account.ts';
import { commitImport } from '../../audience/import/change-import.ts';
import { readImport } from '../../audience/import/read-imports.ts';
import { receiveFile } from '../../audience/import/receive-file.ts';
import { runImport } from '../../audience/import/run-import.ts';
import { createContact } from '../../audience/save-contact.ts';
import { contactInput } from '../../contract/contact.ts';
import { systemClock } from '../../platform/clock.ts';
import { asEngineFor } from '../../platform/database.ts';
import { erasePerson } from './erase-person.ts';

const database = await testDatabase();
const order = { by: 'Sam', leaveAlone: false };

async function* bytes(text: string) {
  yield Buffer.from(text);
}

/** A contact, and a file in which they stand between two others. */
async function fileOf(account: Account) {
  const eve = contactInput.parse({
    name: 'Eve Lund',
    addresses: [{ kind: 'phone', address: '+12125550155' }],
  });
  const saved = await asEngineFor(database, account.id, (client) =>
    createContact(client, account, eve, systemClock.now()),
  );
  if (!('contact' in saved)) throw new Error('it is a contact');
  const rows = ['Ana Ruiz,+12125550101', 'Eve Lund,(212) 555-0155', 'Tom Wu,+12125550103'];
  const id = await receiveFile(database.engine, systemClock, account, {
    bytes: bytes(['Name,Phone', ...rows, ''].join('\n')),
    fileName: 'Eve Lund and others.csv',
    keepRest: false,
    createdBy: 'Sam',
  });
  return { id, eve: saved.contact.id };
}

async function namesOf(accountId: string): Promise<string[]> {
  const { rows } = await database.engine.query<{ name: string }>(
    'select name from contact where account_id = $1 order by name',
    [accountId],
  );
  return rows.map(({ name }) => name);
}

it.each([0, 1, 2, 3, 4, 5])(
  'whoever is erased after %i steps of a check is brought back by none of it',
  async (steps) => {
    const account = await testAccount(database);
    const { id, eve } = await fileOf(account);
    let done = 0;
    await runImport(database, systemClock, account.id, id, { mayGoOn: () => done++ < steps });
    expect(await erasePerson(database, systemClock, account.id, eve, order)).toHaveProperty('id');
    await runImport(database, systemClock, account.id, id);
    const read = () =>
      asEngineFor(database, account.id, (client) => readImport(client, account.id, id));
    expect(await read()).toMatchObject({
      state: 'ready',
      fileName: '(erased) and others.csv',
      counts: { created: 2, updated: 0, unchanged: 0, refused: 1 },
    });
    await commitImport(database.engine, systemClock, account.id, id);
    await runImport(database, systemClock, account.id, id);
    expect(await read()).toMatchObject({ state: 'done' });
    expect(await namesOf(account.id)).toEqual(['Ana Ruiz', 'Tom Wu']);
  },
);
