import { expect, it } from 'vitest';
import { addAppointments } from '../../test/support/appointments.ts';
import { testAccount } from '../../test/support/test-account.ts';
import { testDatabase } from '../../test/support/test-database.ts';
import { readSendingPolicy } from '../account/sending-policy.ts';
import { contactInput } from '../contract/contact.ts';
import { mergeFields } from '../contract/merge-field.ts';
import { emptyFieldPath, isConstantField } from '../message/empty-field.ts';
import { systemClock } from '../platform/clock.ts';
import { asAccount } from '../platform/database.ts';
import { Statement } from '../platform/statement.ts';
import { compose } from '../schedule/selection.ts';
import { candidates } from './candidates.ts';
import { createContact } from './save-contact.ts';

const database = await testDatabase();
const account = await testAccount(database);

const names = [
  ...mergeFields.map(({ name }) => name).filter((name) => !isConstantField(name)),
  'event.fields.room',
  'participant.fields.card_no',
];

it('finds a field empty exactly where nothing of it is frozen', async () => {
  const addresses = [{ kind: 'phone' as const, address: '+447400123456', label: '' }];
  for (const input of [
    { name: 'Ana Ruiz', title: 'Dr', fields: { 'Card no': '7' }, addresses },
    { name: 'Mia', addresses: [{ kind: 'email', address: 'mia@example.com', label: '' }] },
  ]) {
    await asAccount(database, account.id, (client) =>
      createContact(client, account, contactInput.parse(input), systemClock.now()),
    );
  }
  await addAppointments(database, account, [
    [{ name: 'Ana Ruiz', phone: '+447400123456' }, { name: '' }],
    [{ name: 'Tom', email: 'tom@example.com' }],
  ]);
  await database.engine.query(
    `with told as (
       update appointment set location = 'Room 1', fields = '{"room": "2"}'
        where account_id = $1 and id = (select id from appointment where account_id = $1 limit 1))
     update participant p set contact_id = c.id, match_state = 'matched'
       from contact c where p.account_id = $1 and c.account_id = $1 and c.name = p.name`,
    [account.id],
  );
  const request = {
    audience: {
      appointments: { filter: {}, excludeIds: [] },
      contacts: { filter: {}, excludeIds: [] },
      people: [{ name: 'Zoe', phone: '', email: 'zoe@example.com' }],
    },
    content: { sms: { text: 'We are closed.' } },
  };
  const policy = await readSendingPolicy(database.engine, account.id);
  const composed = compose(account, request, policy, systemClock.now());
  if ('problems' in composed) throw new Error('the text compiles');
  const empty: Record<string, number> = {};
  for (const name of names) {
    const path = emptyFieldPath(name).join('.');
    const statement = new Statement();
    const expressions = candidates(
      statement,
      { ...composed.selection, channels: [{ channel: 'sms', requiredPaths: [path] }] },
      { withFields: true },
    );
    const place = statement.add(path.split('.'), 'text[]');
    const { rows } = await database.engine.query<{ found: boolean; frozen: boolean }>(
      `with ${expressions}
       select empty_field is not null as found, coalesce(fields #>> ${place}, '') = '' as frozen from judged`,
      statement.values,
    );
    expect(rows).toHaveLength(6);
    for (const { found, frozen } of rows) expect({ name, found }).toEqual({ name, found: frozen });
    empty[name] = rows.filter(({ found }) => found).length;
  }
  // Each is empty for some and not for all, so that the comparison had something to see.
  const telling = names.filter((name) => (empty[name] ?? 0) > 0 && (empty[name] ?? 6) < 6);
  expect(telling).toEqual(names.filter((name) => name !== 'participant.time_zone'));
});
