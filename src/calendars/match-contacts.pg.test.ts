import { expect, test } from 'vitest';
import { Random } from '../../test/simulate/random.ts';
import { addAppointments, type TestPerson } from '../../test/support/appointments.ts';
import { expectedMatch, type KnownContact } from '../../test/support/expected-match.ts';
import { testAccount } from '../../test/support/test-account.ts';
import { testDatabase } from '../../test/support/test-database.ts';
import { changeContact, createContact, deleteContact } from '../audience/save-contact.ts';
import { contactInput } from '../contract/contact.ts';
import { asAccount } from '../platform/database.ts';
import { matchContacts } from './match-contacts.ts';

const database = await testDatabase();
const now = new Date('2026-11-26T12:00:00Z');
const phone = (n: number) => `+1212555010${n}`;
const email = (n: number) => `person${n}@example.com`;

type Said = { name: string; phones?: string[]; emails?: string[] };
type Account = Awaited<ReturnType<typeof testAccount>>;

const inputOf = ({ name, phones = [], emails = [] }: Said) =>
  contactInput.parse({
    name,
    company: 'Known',
    addresses: [
      ...phones.map((address) => ({ kind: 'phone', address })),
      ...emails.map((address) => ({ kind: 'email', address })),
    ],
  });

const add = (account: Account, said: Said) =>
  asAccount(database, account.id, async (client) => {
    const made = await createContact(client, account, inputOf(said), now);
    if (!('contact' in made)) throw new Error(JSON.stringify(made));
    return made.contact.id;
  });

/** Puts them on appointments as an import does, and returns the participants' ids. */
const meet = (account: Account, people: readonly TestPerson[]) =>
  asAccount(database, account.id, async (client) => {
    const appointmentIds = await addAppointments(
      database,
      account,
      people.map((one) => [one]),
    );
    const { rows } = await client.query<{ id: string }>(
      `select p.id from unnest($2::uuid[]) with ordinality a (id, n)
         join participant p on p.account_id = $1 and p.appointment_id = a.id order by a.n`,
      [account.id, appointmentIds],
    );
    const ids = rows.map(({ id }) => id);
    await matchContacts(client, account.id, ids);
    return ids;
  });

const matches = async (account: Account, ids: readonly string[]) => {
  const { rows } = await database.engine.query<{
    state: string;
    contactId: string | null;
    candidates: string[];
  }>(
    `select p.match_state as state, p.contact_id as "contactId",
            array(select c.contact_id::text from participant_contact_candidate c
                   where c.account_id = $1 and c.participant_id = p.id order by 1) as candidates
       from unnest($2::uuid[]) with ordinality a (id, n)
       join participant p on p.account_id = $1 and p.id = a.id order by a.n`,
    [account.id, ids],
  );
  return rows;
};

test.each<[string, Said[], TestPerson, string]>([
  [
    'a number',
    [{ name: '', phones: [phone(1)] }],
    { name: 'Ana Ruiz', phone: phone(1) },
    'matched 0',
  ],
  [
    'a mailbox in another case',
    [{ name: 'Ana Ruiz', emails: ['Person1@Example.com'] }],
    { name: 'Ana', email: email(1) },
    'matched 0',
  ],
  ['a name alone', [{ name: 'Ruíz, Ana' }], { name: 'Ana Ruiz' }, 'matched 0'],
  ['a name of one word is too little', [{ name: 'Ana' }], { name: 'Ana' }, 'ambiguous 0'],
  [
    'nobody',
    [{ name: 'Bea Ruiz', phones: [phone(2)] }],
    { name: 'Ana Ruiz', phone: phone(1) },
    'none',
  ],
  [
    'the name decides who of a family',
    [
      { name: 'Ana Ruiz', phones: [phone(1)] },
      { name: 'Bea Ruiz', phones: [phone(1)] },
    ],
    { name: 'Bea Ruiz', phone: phone(1) },
    'matched 1',
  ],
  [
    'a family’s number without a name',
    [
      { name: 'Ana Ruiz', phones: [phone(1)] },
      { name: 'Bea Ruiz', phones: [phone(1)] },
    ],
    { name: '', phone: phone(1) },
    'ambiguous 0 1',
  ],
  [
    'a family’s number under a name of none of them',
    [
      { name: 'Ana Ruiz', phones: [phone(1)] },
      { name: 'Bea Ruiz', phones: [phone(1)] },
    ],
    { name: 'Carla Ruiz', phone: phone(1) },
    'ambiguous 0 1',
  ],
  [
    'the same name twice',
    [{ name: 'Ana Ruiz', phones: [phone(1)] }, { name: 'Ana Ruiz' }],
    { name: 'Ana Ruiz' },
    'ambiguous 0 1',
  ],
  [
    'two with name and number: who has the mailbox too',
    [
      { name: 'Ana Ruiz', phones: [phone(1)] },
      { name: 'Ana Ruiz', phones: [phone(1)], emails: [email(1)] },
    ],
    { name: 'Ana Ruiz', phone: phone(1), email: email(1) },
    'matched 1',
  ],
  [
    'the name with another number',
    [{ name: 'Ana Ruiz', phones: [phone(2)] }],
    { name: 'Ana Ruiz', phone: phone(1) },
    'ambiguous 0',
  ],
  [
    'the name, where only the mailbox is known',
    [{ name: 'Ana Ruiz', emails: [email(1)] }],
    { name: 'Ana Ruiz', phone: phone(1) },
    'matched 0',
  ],
])('%s', async (_, contacts, person, expected) => {
  const account = await testAccount(database);
  const ids: string[] = [];
  for (const said of contacts) ids.push(await add(account, said));
  const [match] = await matches(account, await meet(account, [person]));
  const named = [match?.contactId, ...(match?.candidates ?? [])].flatMap((id) => id ?? []);
  expect([match?.state, ...named.map((id) => ids.indexOf(id))].join(' ')).toBe(expected);
});

test('contacts and appointments that come and change in any order end in the same matches', async () => {
  for (let seed = 1; seed <= 25; seed++) {
    const random = new Random(seed);
    const account = await testAccount(database);
    const known: KnownContact[] = [];
    const people: { id: string; person: TestPerson }[] = [];
    const names = ['Ana Ruiz', 'Ruiz, Ana', 'Bea Ruiz', 'Ana', 'Carla Gómez', ''];
    const said = () => ({
      name: random.pick(names),
      phones: [1, 2, 3].map(phone).filter(() => random.chance(0.3)),
      emails: [1, 2].map(email).filter(() => random.chance(0.3)),
    });
    for (let step = 0; step < 14; step++) {
      const one = known.length > 0 ? random.pick(known) : null;
      const dice = random.next();
      if (dice < 0.4) {
        const some = [1, 2, 3].map(() => ({
          name: random.pick(names),
          ...(random.chance(0.6) ? { phone: phone(random.pick([1, 2, 3])) } : {}),
          ...(random.chance(0.4) ? { email: email(random.pick([1, 2])) } : {}),
        }));
        const ids = await meet(account, some);
        people.push(...ids.map((id, n) => ({ id, person: some[n] ?? { name: '' } })));
      } else if (one && dice < 0.5) {
        await asAccount(database, account.id, (client) =>
          deleteContact(client, account.id, one.id),
        );
        known.splice(known.indexOf(one), 1);
      } else if (one && dice < 0.7) {
        const fresh = said();
        await asAccount(database, account.id, (client) =>
          changeContact(client, account, one.id, inputOf(fresh), now),
        );
        Object.assign(one, fresh);
      } else {
        const fresh = said();
        known.push({ id: await add(account, fresh), ...fresh });
      }
    }
    const found = await matches(
      account,
      people.map(({ id }) => id),
    );
    expect({ seed, found }).toEqual({
      seed,
      found: people.map(({ person }) => expectedMatch(person, known)),
    });
  }
});
