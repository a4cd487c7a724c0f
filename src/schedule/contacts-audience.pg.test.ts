import { describe, expect, it } from 'vitest';
import { addAppointments, type TestPerson } from '../../test/support/appointments.ts';
import { makeBroadcast, take } from '../../test/support/take.ts';
import { testAccount } from '../../test/support/test-account.ts';
import { testDatabase } from '../../test/support/test-database.ts';
import { readSendingPolicy } from '../account/sending-policy.ts';
import { audienceZones } from '../audience/audience-zones.ts';
import { createContact } from '../audience/save-contact.ts';
import type { Audience } from '../contract/audience.ts';
import { contactInput } from '../contract/contact.ts';
import { systemClock } from '../platform/clock.ts';
import { asAccount, asEngineFor } from '../platform/database.ts';
import { compose } from './selection.ts';
import { takeBroadcast } from './take-broadcast.ts';

const database = await testDatabase();
const landline = '+442079460018';
const mobile = '+447400123456';
const content = { sms: { text: 'Hello {{ participant.first_name }}' } };

async function clinic(lists: readonly (readonly TestPerson[])[] = []) {
  const account = await testAccount(database);
  await database.engine.query(
    `update sending_policy set allowed_countries = '{US,GB}' where account_id = $1`,
    [account.id],
  );
  const appointments = await addAppointments(database, account, lists);
  const know = async (name: string, addresses: readonly string[], more: object = {}) => {
    const input = contactInput.parse({
      name,
      addresses: addresses.map((address) => ({
        kind: address.includes('@') ? 'email' : 'phone',
        address,
      })),
      ...more,
    });
    const saved = await asAccount(database, account.id, (client) =>
      createContact(client, account, input, systemClock.now()),
    );
    if (!('contact' in saved)) throw new Error(JSON.stringify(saved));
    return saved.contact.id;
  };
  /** What goes where, and to whom. */
  const sent = async (id: string) => {
    const { rows } = await database.engine.query<{ line: string }>(
      `select concat_ws(' ', d.channel, d.address, r.name) as line
         from delivery d join recipient r on r.account_id = $1 and r.id = d.recipient_id
        where d.account_id = $1 and d.broadcast_id = $2 order by 1`,
      [account.id, id],
    );
    return rows.map(({ line }) => line);
  };
  return { account, appointments, know, sent };
}

describe('contacts as an audience', () => {
  it('are chosen by id, text or tags, but for some; who was merged is not written to twice', async () => {
    const { account, know, sent } = await clinic();
    const ana = await know('Ana Ruiz', ['+12125550101'], { tags: ['VIP', 'Kids'] });
    const tom = await know('Tom Wu', ['+12125550102'], { tags: ['vip'] });
    await know('Mia Li', ['+12125550103']);
    const reach = async (contacts: Audience['contacts']) =>
      sent(
        await take(database, systemClock, account, { audience: { contacts, people: [] }, content }),
      );
    expect(await reach({ includeIds: [tom] })).toEqual(['sms +12125550102 Tom Wu']);
    expect(await reach({ filter: { tags: ['vip', 'KIDS'] }, excludeIds: [] })).toEqual([
      'sms +12125550101 Ana Ruiz',
    ]);
    expect(await reach({ filter: { tags: ['vip'] }, excludeIds: [ana] })).toEqual([
      'sms +12125550102 Tom Wu',
    ]);
    expect(await reach({ filter: { text: 'mia' }, excludeIds: [] })).toEqual([
      'sms +12125550103 Mia Li',
    ]);
    expect(await reach({ filter: {}, excludeIds: [] })).toHaveLength(3);
    await database.engine.query(
      'update contact set merged_into = $3 where account_id = $1 and id = $2',
      [account.id, tom, ana],
    );
    expect(await reach({ includeIds: [ana, tom] })).toEqual(['sms +12125550101 Ana Ruiz']);
  });

  it('are those of any tag, beside who was chosen: each of them once', async () => {
    const { account, know, sent } = await clinic([[{ name: 'Ana Ruiz', phone: '+12125550101' }]]);
    const ana = await know('Ana Ruiz', ['+12125550101'], { tags: ['VIP', 'Kids'] });
    const tom = await know('Tom Wu', ['+12125550102'], { tags: ['kids'] });
    await know('Mia Li', ['+12125550103'], { tags: ['other'] });
    const zoe = await know('Zoe Bo', ['+12125550104']);
    const reach = async (audience: Partial<Audience>) =>
      sent(
        await take(database, systemClock, account, {
          audience: { people: [], ...audience },
          content,
        }),
      );
    expect(await reach({ tags: ['vip', 'KIDS'] })).toEqual([
      'sms +12125550101 Ana Ruiz',
      'sms +12125550102 Tom Wu',
    ]);
    expect(
      await reach({
        appointments: { filter: {}, excludeIds: [] },
        contacts: { includeIds: [ana, tom, zoe] },
        tags: ['kids', 'nobody'],
        people: [{ name: 'Ana Ruiz', phone: '(212) 555-0101' }],
      }),
    ).toEqual(['sms +12125550101 Ana Ruiz', 'sms +12125550102 Tom Wu', 'sms +12125550104 Zoe Bo']);
  });

  it('are texted and called by the first of their numbers that can be', async () => {
    const { account, know, sent } = await clinic();
    await know('Ana Ruiz', ['+19005550123', landline, mobile, '+12125550101']);
    const id = await take(database, systemClock, account, {
      audience: { contacts: { filter: {}, excludeIds: [] }, people: [] },
      content: { ...content, voice: { text: 'Hello' } },
    });
    expect(await sent(id)).toEqual([`sms ${mobile} Ana Ruiz`, `voice ${landline} Ana Ruiz`]);
  });

  it('lend participants what these lack, and are one person on all appointments', async () => {
    const { account, know, sent } = await clinic([
      [{ name: 'Ana Ruiz', email: 'ana@example.com' }],
      [{ name: 'Ana Ruiz', phone: '+12125550101' }],
    ]);
    await know('Ana María Ruiz', ['+12125550101', 'ana@example.com'], {
      timeZone: 'America/Denver',
      language: 'es',
      fields: { dog: 'Rex' },
    });
    const id = await take(database, systemClock, account, {
      audience: { appointments: { filter: {}, excludeIds: [] }, people: [] },
      content: { ...content, email: { subject: 'Hello', text: 'Hello' } },
    });
    expect(await sent(id)).toEqual(['email ana@example.com Ana Ruiz', 'sms +12125550101 Ana Ruiz']);
    const { rows } = await database.engine.query(
      `select time_zone, fields -> 'participant' ->> 'language' as language,
              fields #>> '{participant,fields,dog}' as dog
         from recipient where account_id = $1`,
      [account.id],
    );
    expect(rows).toEqual([{ time_zone: 'America/Denver', language: 'es', dog: 'Rex' }]);
  });

  it('name a typed number that belongs to one of them alone', async () => {
    const { account, know, sent } = await clinic();
    await know('Ana Ruiz', ['+12125550101', 'ana@example.com']);
    await know('Tom Wu', ['+12125550102']);
    await know('Mia Wu', ['+12125550102']);
    const id = await take(database, systemClock, account, {
      audience: {
        people: [
          { name: '', phone: '(212) 555-0101' },
          { name: '', phone: '2125550102' },
        ],
      },
      content: { sms: { text: 'Hello' }, email: { subject: 'Hello', text: 'Hello' } },
    });
    expect(await sent(id)).toEqual(['sms +12125550101 Ana Ruiz', 'sms +12125550102 ']);
  });

  it('without a time zone are where their number says', async () => {
    const { account, know } = await clinic();
    await know('Ana Ruiz', [mobile]);
    await know('Tom Wu', ['+18085550123']);
    const request = { audience: { contacts: { filter: {}, excludeIds: [] }, people: [] }, content };
    const policy = await readSendingPolicy(database.engine, account.id);
    const composed = compose(account, request, policy, systemClock.now());
    if ('problems' in composed) throw new Error('it compiles');
    const zones = await asEngineFor(database, account.id, (client) =>
      audienceZones(client, composed.selection),
    );
    expect(zones.sort()).toEqual([['Europe/London'], ['Pacific/Honolulu']]);
  });

  it('stay the ones who were chosen, whatever their tags are by the time they are written', async () => {
    const { account, know, sent } = await clinic();
    const ana = await know('Ana Ruiz', ['+12125550101'], { tags: ['vip'] });
    const audience = { contacts: { filter: { tags: ['vip'] }, excludeIds: [] }, people: [] };
    const id = await makeBroadcast(database, systemClock, account, { audience, content });
    await database.engine.query('update contact_tag set contact_id = $2 where account_id = $1', [
      account.id,
      await know('Tom Wu', ['+12125550102']),
    ]);
    await takeBroadcast(database, systemClock, account.id, id);
    expect(await sent(id)).toEqual(['sms +12125550101 Ana Ruiz']);
    expect(ana).toBeTruthy();
  });
});
