import { expect, test } from 'vitest';
import { memberOf } from '../../test/support/member-of.ts';
import { testServer } from '../../test/support/test-server.ts';
import { type Contact, contact, contactPage } from '../contract/contact.ts';
import { contactMerge, duplicatesPage, mergePreview } from '../contract/contact-merge.ts';

const server = await testServer();
const { accountId } = await server.signUp();

const add = async (input: object) =>
  contact.parse((await server.call('POST', '/api/contacts', input)).json);
const read = async (id: string) =>
  contact.parse((await server.call('GET', `/api/contacts/${id}`)).json);
const merge = async (kept: Contact, merged: Contact) => {
  const path = `/api/contacts/${kept.id}/merges`;
  const { status, json } = await server.call('POST', path, { mergedId: merged.id });
  if (status !== 201) throw new Error(JSON.stringify(json));
  return contactMerge.parse(json);
};
const undo = async (keptId: string, mergeId: string) =>
  (await server.call('DELETE', `/api/contacts/${keptId}/merges/${mergeId}`)).status;
const phone = (address: string, label = '') => ({ kind: 'phone', address, label });
const without = ({ changedAt: _, ...rest }: Contact) => rest;

/** Ids of addresses that a merge adds are new, and tags come by name. */
const withoutIds = (whole: Contact) => ({
  ...without(whole),
  tags: whole.tags.toSorted(),
  addresses: whole.addresses.map(({ id: _, ...one }) => one),
});

/** Everything that says who is who: participants, their candidates and choices. */
const links = async () => {
  const { rows } = await server.database.engine.query(
    `select p.id, p.match_state, p.contact_id, p.chosen_contact_id,
            array(select contact_id from participant_contact_candidate c
                   where c.account_id = p.account_id and c.participant_id = p.id order by 1) as candidates
       from participant p where p.account_id = $1 order by p.id`,
    [accountId],
  );
  return rows;
};

const bring = async (titles: readonly string[]) => {
  const events = titles.map(
    (title, n) =>
      `BEGIN:VEVENT\r\nUID:m-${n}\r\nDTSTART:20270308T1${n}0000\r\nSUMMARY:${title}\r\nEND:VEVENT`,
  );
  const form = new FormData();
  const file = ['BEGIN:VCALENDAR', ...events, 'END:VCALENDAR'].join('\r\n');
  form.set('file', new Blob([file]), 'merges.ics');
  await server.call('POST', '/api/calendars/import', form);
};

test('a merge gives the kept one what it lacks, and undone it leaves everything as it was', async () => {
  const kept = await add({
    name: 'Ana Ruiz',
    notes: 'Allergic to latex.',
    fields: { insurance: 'Blue', room: '2' },
    addresses: [phone('212 555 0131', 'mobile')],
    tags: ['vip'],
  });
  const merged = await add({
    name: 'Ana Ruiz',
    company: 'Weavers',
    notes: 'Rings twice.',
    language: 'es',
    timeZone: 'America/Denver',
    fields: { insurance: 'Red', child: 'Leo' },
    addresses: [
      phone('212 555 0131', 'home'),
      phone('212 555 0132', 'work'),
      { kind: 'email', address: 'ana@example.com' },
    ],
    tags: ['VIP', 'choir'],
  });
  await bring([
    'Visit - Ana Ruiz 212-555-0131',
    'Visit - Ana Ruiz 212-555-0132',
    'Visit - Ana Ruiz ana@example.com',
    'Visit - Leo Ruiz 212-555-0132',
  ]);
  const [, , , leo] = await links();
  const path = `/api/participants/${leo?.id}/contact`;
  expect((await server.call('PUT', path, { contactId: merged.id })).status).toBe(200);
  const before = await links();
  expect(before.map((one) => one.match_state)).toEqual([
    ...['ambiguous', 'matched', 'matched', 'chosen'],
  ]);

  const preview = await server.call(
    'GET',
    `/api/contacts/${kept.id}/merges/preview?mergedId=${merged.id}`,
  );
  const foreseen = mergePreview.parse(preview.json);
  expect(foreseen.appointments).toBe(3);
  expect(await links()).toEqual(before);

  const made = await merge(kept, merged);
  expect(withoutIds(await read(kept.id))).toEqual(withoutIds(foreseen.contact));
  expect(made).toMatchObject({ keptId: kept.id, mergedId: merged.id, mergedBy: 'Sam Keller' });
  expect(await read(kept.id)).toMatchObject({
    name: 'Ana Ruiz',
    company: 'Weavers',
    notes: 'Allergic to latex.\n\nRings twice.',
    language: 'es',
    timeZone: 'America/Denver',
    fields: { insurance: 'Blue', room: '2', child: 'Leo' },
    tags: ['choir', 'vip'],
    addresses: [
      { address: '+12125550131', label: 'mobile' },
      { address: '+12125550132', label: 'work' },
      { address: 'ana@example.com' },
    ],
  });
  expect((await links()).map((one) => [one.match_state, one.contact_id])).toEqual([
    ...['matched', 'matched', 'matched'].map((state) => [state, kept.id]),
    ['chosen', kept.id],
  ]);
  expect(await read(merged.id)).toEqual({ ...merged, mergedInto: kept.id });
  const found = await server.call('GET', '/api/contacts?text=ruiz');
  expect(contactPage.parse(found.json).items.map(({ id }) => id)).toEqual([kept.id]);
  expect(await server.call('PATCH', `/api/contacts/${merged.id}`, { name: 'X' })).toMatchObject({
    status: 409,
    json: { code: 'contact_merged' },
  });

  expect(await undo(kept.id, made.id)).toBe(204);
  expect(without(await read(kept.id))).toEqual(without(kept));
  expect(await read(merged.id)).toEqual(merged);
  expect(await links()).toEqual(before);
  expect(await undo(kept.id, made.id)).toBe(404);
});

test('what was changed after a merge stays when it is undone', async () => {
  const kept = await add({ name: 'Bea Ortega', addresses: [phone('212 555 0133')] });
  const merged = await add({ company: 'Mill', notes: 'n', addresses: [phone('212 555 0134')] });
  const { id } = await merge(kept, merged);
  await server.call('PATCH', `/api/contacts/${kept.id}`, { company: 'Mill & Sons', title: 'Dr.' });
  expect(await undo(kept.id, id)).toBe(204);
  expect(without(await read(kept.id))).toEqual({
    ...without(kept),
    company: 'Mill & Sons',
    title: 'Dr.',
  });
});

test('three that are one are taken apart in the opposite order', async () => {
  const [a, b, c] = [
    await add({ name: 'A A' }),
    await add({ name: 'B B' }),
    await add({ name: 'C C' }),
  ];
  const inner = await merge(b, a);
  const outer = await merge(c, b);
  expect(await read(a.id)).toMatchObject({ mergedInto: c.id });
  expect(await undo(b.id, inner.id)).toBe(409);
  const nobody = crypto.randomUUID();
  for (const [other, status] of [
    [b.id, 409],
    [c.id, 422],
    [nobody, 404],
  ] as const) {
    const path = `/api/contacts/${c.id}/merges/preview?mergedId=${other}`;
    expect((await server.call('GET', path)).status).toBe(status);
  }
  expect(await undo(c.id, outer.id)).toBe(204);
  expect(await read(a.id)).toMatchObject({ mergedInto: b.id });
  expect(await undo(b.id, inner.id)).toBe(204);
  expect(await read(a.id)).toEqual(a);
  const tree = `/api/contacts/${a.id}/merges`;
  expect((await server.call('POST', tree, { mergedId: a.id })).status).toBe(422);
  expect((await server.call('POST', tree, { mergedId: crypto.randomUUID() })).status).toBe(404);
  const viewer = { cookie: (await memberOf(server, 'viewer')).cookie };
  expect((await server.call('POST', tree, { mergedId: b.id }, viewer)).status).toBe(403);
  await merge(a, b);
  expect((await server.call('DELETE', `/api/contacts/${a.id}`)).status).toBe(204);
  expect((await server.call('GET', `/api/contacts/${b.id}`)).status).toBe(404);
});

test('likely duplicates are listed, a family that shares a number is not', async () => {
  const shared = [phone('212 555 0135')];
  const dora = await add({ name: 'Dora Weil', addresses: shared });
  await add({ name: 'Emil Weil', addresses: shared });
  const again = await add({ name: 'Weil, Dora', addresses: shared });
  const short = await add({ name: 'Dora', addresses: shared });
  const named = await add({ name: 'Fritz Abel', addresses: [phone('212 555 0136')] });
  const twin = await add({ name: 'FRITZ ABEL' });
  const pairs = async () => {
    const { json } = await server.call('GET', '/api/contact-duplicates?limit=500');
    return duplicatesPage
      .parse(json)
      .items.map(({ reason, contacts: [one, other] }) => [reason, one.id, other.id]);
  };
  const all = await pairs();
  const ours = new Set([dora, again, short, named, twin].map(({ id }) => id));
  expect(all.filter(([, one]) => ours.has(one ?? ''))).toEqual([
    ['same_name_and_address', dora.id, again.id],
    ['same_address', dora.id, short.id],
    ['same_address', again.id, short.id],
    ['same_name', named.id, twin.id],
  ]);
  const first = await server.call('GET', '/api/contact-duplicates?limit=1');
  const page = duplicatesPage.parse(first.json);
  const next = await server.call('GET', `/api/contact-duplicates?limit=1&cursor=${page.next}`);
  expect(
    [...page.items, ...duplicatesPage.parse(next.json).items].map(({ contacts }) => contacts[1].id),
  ).toEqual(all.slice(0, 2).map(([, , other]) => other));
  const ofShort = await server.call('GET', `/api/contact-duplicates?contactId=${short.id}`);
  expect(
    duplicatesPage.parse(ofShort.json).items.map(({ contacts }) => contacts.map(({ id }) => id)),
  ).toEqual([
    [dora.id, short.id],
    [again.id, short.id],
  ]);
  await merge(dora, again);
  expect(await pairs()).not.toContainEqual(['same_name_and_address', dora.id, again.id]);
});
