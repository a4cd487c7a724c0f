import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Broadcast } from '../../src/contract/broadcast.ts';
import type { Channel } from '../../src/contract/channel.ts';
import { callerOf } from '../support/call.ts';
import {
  type Ended,
  runHeadsup,
  serveHeadsup,
  temporaryFolder,
} from '../support/headsup-process.ts';
import { serverOf } from '../support/server-of.ts';
import { tablesOf } from '../support/tables-of.ts';

const CLINIC = fileURLToPath(new URL('../../examples/clinic.ics', import.meta.url));
const DAYS = ['--from', '2026-11-30', '--to', '2026-12-18'];
const TEXT = 'Hi {{ participant.first_name }}, we are closed today.';

test('on a fresh folder: a practice account, a plan, and one message for each person', async () => {
  const folder = await temporaryFolder();
  const { code, events, stderr } = linesOf(await send(folder, ['--sms', TEXT]));

  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(events[0]).toMatchObject({ event: 'notice', text: expect.stringMatching(/practice/) });
  expect(events[1]).toMatchObject({ event: 'import', added: 200, problemCount: 0 });
  const plan = events[2];
  expect(plan).toMatchObject({ event: 'plan', copyMode: 'person' });
  expect(events.at(-1)).toMatchObject({ event: 'result', state: 'sent', ok: true });
  const planned = plan?.deliveries?.sms ?? 0;
  expect(planned).toBeGreaterThan(100);
  expect(events.at(-1)?.counts?.delivered).toBe(planned);

  const server = await serveHeadsup(folder);
  expect(await received(folder)).toEqual({ messages: planned, addresses: planned });
  server.kill('SIGTERM');
  expect((await server.ended).code).toBe(0);
});

test('through the running server, by all three channels; a dry run sends nothing', async () => {
  const folder = await temporaryFolder();
  const server = await serveHeadsup(folder);
  const texts = ['--sms', TEXT, '--email-subject', 'Closed', '--email', TEXT, '--call', TEXT];

  const dry = linesOf(await send(folder, [...texts, '--dry-run']));
  expect(dry.code).toBe(0);
  expect(dry.events.map(({ event }) => event)).toEqual(['notice', 'import', 'plan']);
  expect(await received(folder)).toEqual({ messages: 0, addresses: 0 });

  const wrong = await send(folder, [...texts, '--reply-to', 'nowhere']);
  expect(wrong.code).toBe(1);
  expect(wrong.stderr).toContain('--reply-to: one email address as in desk@example.com');

  const sender = { fromName: 'Hill Street', replyTo: 'answers@example.com' };
  const { code, events } = linesOf(
    await send(folder, [...texts, '--from-name', sender.fromName, '--reply-to', sender.replyTo]),
  );
  expect(code).toBe(0);
  const { url, token } = await serverOf(folder);
  const mailboxes = await callerOf(url, token)('GET', '/api/sandbox/devices?kind=mailbox&limit=1');
  expect(mailboxes.json).toMatchObject({ items: [{ messages: [{ email: sender }] }] });
  expect(events[0]).toMatchObject({ event: 'import', added: 0, changed: 0, unchanged: 200 });
  const planned = events[1]?.deliveries ?? {};
  const total = Object.values(planned).reduce((sum, n) => sum + n, 0);
  expect(Math.min(...Object.values(planned))).toBeGreaterThan(20);
  expect((await received(folder)).messages).toBe(total);
  expect((await fetch(`${server.url}/api/health`)).status).toBe(200);
});

test('a number that is a landline is not reached: exit code 1, and the count says so; then it is called', async () => {
  const folder = await temporaryFolder();
  await serveHeadsup(folder);
  const calendar = await smallCalendar(folder);
  const words = ['--sms', TEXT, '--country', 'US', '--zone', 'America/New_York'];
  expect((await sendFile(folder, calendar, [...words, '--dry-run'])).code).toBe(0);
  const { url, token } = await serverOf(folder);
  const fault = { kind: 'phone', address: '+12125550101', fault: 'landline' };
  expect((await callerOf(url, token)('PUT', '/api/sandbox/faults', fault)).status).toBe(200);

  const { code, events } = linesOf(await sendFile(folder, calendar, words));
  expect(code).toBe(1);
  const last = events.at(-1);
  expect(last).toMatchObject({ ok: false, counts: { delivered: 1, not_delivered: 1 } });

  const again = ['send', '--unreached-of', last?.id ?? '', '--call', TEXT, '--ignore-quiet-hours'];
  const called = linesOf(await runHeadsup(folder, again));
  expect(called.code).toBe(0);
  expect(called.events.at(-1)).toMatchObject({ ok: true, counts: { delivered: 1 } });
  expect(await received(folder)).toMatchObject({ messages: 3 });
});

test('a future --at schedules, says that a server must run, and exits with 0', async () => {
  const folder = await temporaryFolder();
  const calendar = await smallCalendar(folder);
  const words = ['--sms', TEXT, '--zone', 'America/New_York', '--at', '2099-03-09 09:00'];
  const { code, events } = linesOf(await sendFile(folder, calendar, words));
  expect(code).toBe(0);
  expect(events.at(-2)).toMatchObject({
    event: 'notice',
    text: expect.stringMatching(/^Scheduled for 2099-03-09 09:00.*must run.*npm start/),
  });
  expect(events.at(-1)).toMatchObject({ state: 'scheduled', counts: { waiting: 2 } });
  await serveHeadsup(folder);
  expect(await received(folder)).toEqual({ messages: 0, addresses: 0 });
});

test('a large send wants the number of its people, and goes with it', async () => {
  const folder = await temporaryFolder();
  await serveHeadsup(folder);
  const calendar = await smallCalendar(folder);
  const words = ['--sms', TEXT, '--country', 'US', '--zone', 'America/New_York'];
  expect((await sendFile(folder, calendar, [...words, '--dry-run'])).code).toBe(0);
  const { url, token } = await serverOf(folder);
  const call = callerOf(url, token);
  const { json: policy } = await call('GET', '/api/sending-policy');
  await call('PUT', '/api/sending-policy', { ...(policy as object), largeSend: 1 });

  const refused = await sendFile(folder, calendar, words);
  expect(refused).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/--confirm: .* 2 people/),
  });
  expect(await received(folder)).toEqual({ messages: 0, addresses: 0 });
  expect((await sendFile(folder, calendar, [...words, '--confirm', '2'])).code).toBe(0);
  expect(await received(folder)).toEqual({ messages: 2, addresses: 2 });
});

test('who waits for quiet hours is told of and not waited for: exit code 4; or it goes at once', async () => {
  const folder = await temporaryFolder();
  await serveHeadsup(folder);
  const calendar = await smallCalendar(folder);
  const words = ['--sms', TEXT, '--country', 'US', '--zone', 'Etc/UTC'];
  expect((await sendFile(folder, calendar, [...words, '--dry-run'])).code).toBe(0);
  const { url, token } = await serverOf(folder);
  const call = callerOf(url, token);
  const { json: policy } = await call('GET', '/api/sending-policy');
  // All day but for the hour that was before the last.
  const hours = { from: wallClock(-60), until: wallClock(-120), channels: ['sms'] };
  await call('PUT', '/api/sending-policy', { ...(policy as object), quietHours: hours });

  const quiet = linesOf(await sendFile(folder, calendar, [...words, '--valid-for', '4320']));
  expect(quiet.code).toBe(4);
  expect(quiet.events.find(({ event }) => event === 'plan')).toMatchObject({
    quietWait: { count: 2, expiring: 0 },
  });
  expect(quiet.events.at(-2)).toMatchObject({
    event: 'notice',
    text: expect.stringMatching(
      /^2 wait for the end of their quiet hours, until \d{4}-\d\d-\d\d \d\d:\d\d \(Etc\/UTC\)\.$/,
    ),
  });
  expect(quiet.events.at(-1)).toMatchObject({ event: 'result', ok: false, counts: { waiting: 2 } });
  expect(await received(folder)).toEqual({ messages: 0, addresses: 0 });

  const loud = await sendFile(folder, calendar, [...words, '--ignore-quiet-hours']);
  expect(loud.code).toBe(0);
  expect(await received(folder)).toEqual({ messages: 2, addresses: 2 });
});

/** So many minutes from now by the clock of UTC, as in 21:00. */
function wallClock(minutes: number): string {
  return new Date(Date.now() + minutes * 60_000).toISOString().slice(11, 16);
}

/** `headsup send` on the clinic's calendar. */
function send(folder: string, words: readonly string[]): Promise<Ended> {
  const place = ['--country', 'US', '--zone', 'America/New_York'];
  return runHeadsup(folder, ['send', '--calendar', CLINIC, ...DAYS, ...place, ...words]);
}

function sendFile(folder: string, file: string, words: readonly string[]): Promise<Ended> {
  const days = ['--from', '2027-03-08', '--to', '2027-03-08'];
  return runHeadsup(folder, ['send', '--calendar', file, ...days, ...words]);
}

/** What the tests look at of a line of its output. */
type Line = {
  event: string;
  id?: string;
  deliveries?: Partial<Record<Channel, number>>;
  counts?: Broadcast['counts'];
};

/** Its output, a JSON object a line. */
function linesOf({ code, stdout, stderr }: Ended) {
  const lines = stdout.split('\n').filter((line) => line !== '');
  const events = lines.map((line) => JSON.parse(line) as Line);
  return { code, stderr, events };
}

async function received(folder: string): Promise<{ messages: number; addresses: number }> {
  const [row] = await tablesOf<{ messages: number; addresses: number }>(
    folder,
    `select count(*)::int as messages, count(distinct address)::int as addresses from sandbox_message`,
  );
  return row ?? { messages: 0, addresses: 0 };
}

/** Two people on one day, beside the data folder. */
async function smallCalendar(folder: string): Promise<string> {
  const file = join(folder, '..', 'two.ics');
  const events = ['Ana Ruiz +1 212 555 0100', 'Ben Ode +1 212 555 0101'].flatMap((title, index) => [
    'BEGIN:VEVENT',
    `UID:${index}@example.com`,
    'DTSTAMP:20270101T000000Z',
    `DTSTART:20270308T1${index}0000Z`,
    `SUMMARY:${title}`,
    'END:VEVENT',
  ]);
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test', ...events, 'END:VCALENDAR'];
  await writeFile(file, lines.map((line) => `${line}\r\n`).join(''));
  return file;
}
