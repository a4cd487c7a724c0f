import { expect, test } from 'vitest';
import { memberOf } from '../../test/support/member-of.ts';
import { testServer } from '../../test/support/test-server.ts';
import { agendaPage } from '../contract/appointment.ts';
import { importReport } from '../contract/calendar.ts';
import { contact, contactPage } from '../contract/contact.ts';
import { contactMatch } from '../contract/contact-choice.ts';

const server = await testServer();
await server.signUp();

const add = async (name: string, ...numbers: string[]) => {
  const addresses = numbers.map((address) => ({ kind: 'phone', address }));
  return contact.parse((await server.call('POST', '/api/contacts', { name, addresses })).json);
};

const events = (summaries: readonly string[]) =>
  summaries.flatMap((summary, n) => [
    'BEGIN:VEVENT',
    `UID:visit-${n}`,
    `DTSTART:20270308T1${n}0000`,
    `SUMMARY:${summary}`,
    'END:VEVENT',
  ]);

/** Imports a calendar whose appointments have these titles, and returns who is on them, in order. */
const bring = async (calendar: string, summaries: readonly string[]) => {
  const file = ['BEGIN:VCALENDAR', ...events(summaries), 'END:VCALENDAR'].join('\r\n');
  const form = new FormData();
  form.set('file', new Blob([file]), `${calendar}.ics`);
  const { json } = await server.call('POST', '/api/calendars/import', form);
  const { id } = importReport.parse(json).calendar;
  const agenda = await server.call('GET', `/api/appointments?calendarId=${id}`);
  return agendaPage.parse(agenda.json).items.flatMap(({ participants }) => participants);
};

const choose = async (participantId: string, contactId: string | null) => {
  const path = `/api/participants/${participantId}/contact`;
  return contactMatch.parse((await server.call('PUT', path, { contactId })).json);
};

test('the agenda says who a participant is, and a person chooses between two', async () => {
  const one = await add('Ana Ruiz', '212 555 0121');
  const other = await add('Ana Ruiz', '212 555 0121');
  const bea = await add('Bea Ortega', '212 555 0122');
  const titles = ['Visit - Ana Ruiz 212-555-0121', 'Visit - Bea Ortega 212-555-0122'];
  const [ana, second] = await bring('clinic', titles);
  if (!ana) throw new Error('there is nobody');
  expect(ana).toMatchObject({ match: 'ambiguous', contact: null });
  expect(second).toMatchObject({ match: 'matched', contact: { id: bea.id, name: 'Bea Ortega' } });
  const offered = await server.call('GET', `/api/participants/${ana.id}/contact`);
  expect(
    contactMatch
      .parse(offered.json)
      .candidates.map(({ id }) => id)
      .sort(),
  ).toEqual([one.id, other.id].sort());

  expect(await choose(ana.id, other.id)).toMatchObject({
    match: 'chosen',
    contact: { id: other.id },
    candidates: [],
  });
  // It holds after a re-import that changes the appointment, for appointments that come later, and
  // for the same participant under a new number.
  expect(await bring('clinic', [`${titles[0]}, moved`])).toMatchObject([
    { id: ana.id, match: 'chosen', contact: { id: other.id } },
    {},
  ]);
  expect(await bring('spring', ['Check-up - Ana Ruiz 212-555-0121'])).toMatchObject([
    { match: 'chosen', contact: { id: other.id } },
  ]);
  expect(await bring('clinic', ['Visit - Ana Ruiz 212-555-0129'])).toMatchObject([
    { id: ana.id, match: 'chosen', contact: { id: other.id } },
    {},
  ]);
  expect(await bring('clinic', [titles[0] ?? ''])).toMatchObject([{ match: 'chosen' }, {}]);

  const forgotten = await server.call('DELETE', `/api/participants/${ana.id}/contact`);
  expect(contactMatch.parse(forgotten.json)).toMatchObject({ match: 'ambiguous', contact: null });
  expect(await bring('spring', ['Check-up - Ana Ruiz 212-555-0121'])).toMatchObject([
    { match: 'ambiguous' },
  ]);
});

test('of a name alone a choice holds for that participant only', async () => {
  const one = await add('Carla Gómez');
  await add('Carla Gómez');
  const [first, second] = await bring('names', ['With: Carla Gómez', 'With: Carla Gómez']);
  if (!first || !second) throw new Error('there is nobody');
  expect(first).toMatchObject({ name: 'Carla Gómez', match: 'ambiguous' });
  await choose(first.id, one.id);
  expect(await bring('names', ['With: Carla Gómez', 'With: Carla Gómez'])).toMatchObject([
    { match: 'chosen', contact: { id: one.id } },
    { match: 'ambiguous', contact: null },
  ]);
  expect((await server.call('DELETE', `/api/contacts/${one.id}`)).status).toBe(204);
  expect(await bring('names', [])).toMatchObject([{ match: 'matched' }, { match: 'matched' }]);
});

test('only who is there can be chosen, and not by a viewer', async () => {
  const [dora] = await bring('third', ['Visit - Dora Weil 212-555-0123']);
  const made = await add('Dora W.');
  const path = `/api/participants/${dora?.id}/contact`;
  expect(await server.call('PUT', path, { contactId: crypto.randomUUID() })).toMatchObject({
    status: 422,
    json: { errors: [{ path: 'contactId' }] },
  });
  const viewer = { cookie: (await memberOf(server, 'viewer')).cookie };
  expect((await server.call('GET', path, undefined, viewer)).status).toBe(200);
  expect((await server.call('PUT', path, { contactId: made.id }, viewer)).status).toBe(403);
  expect((await server.call('DELETE', path, undefined, viewer)).status).toBe(403);
  const nobody = `/api/participants/${crypto.randomUUID()}/contact`;
  expect((await server.call('PUT', nobody, { contactId: made.id })).status).toBe(404);
});

test('that somebody is none of the contacts holds as well, until it is forgotten', async () => {
  await add('Emil Weil', '212 555 0124');
  await add('Emil Weil', '212 555 0124');
  const titles = ['Visit - Emil Weil 212-555-0124', 'Visit - Fritz Abel 212-555-0124'];
  const [emil, fritz] = await bring('nobody', titles);
  if (!emil || !fritz) throw new Error('there is nobody');
  expect([emil.match, fritz.match]).toEqual(['ambiguous', 'ambiguous']);
  const asked = async () => {
    const { json } = await server.call('GET', '/api/appointments?match=ambiguous&text=5550124');
    return agendaPage.parse(json).items.map(({ title }) => title);
  };
  expect(await asked()).toHaveLength(2);

  expect(await choose(fritz.id, null)).toEqual({ match: 'nobody', contact: null, candidates: [] });
  expect(await asked()).toEqual([titles[0]]);
  await add('F. Abel', '212 555 0124');
  expect(await bring('later', [titles[1] ?? ''])).toMatchObject([
    { match: 'nobody', contact: null },
  ]);
  const forgotten = await server.call('DELETE', `/api/participants/${fritz.id}/contact`);
  expect(contactMatch.parse(forgotten.json).match).toBe('ambiguous');
  expect(await bring('later', [])).toMatchObject([{ match: 'ambiguous' }]);
});

test('once the last contact is gone, nobody is asked any more', async () => {
  const { json } = await server.call('GET', '/api/contacts?limit=500');
  for (const { id } of contactPage.parse(json).items) {
    expect((await server.call('DELETE', `/api/contacts/${id}`)).status).toBe(204);
  }
  const asked = await server.call('GET', '/api/appointments?match=ambiguous');
  expect(agendaPage.parse(asked.json).items).toEqual([]);
});
