import { expect, test } from 'vitest';
import { type Broadcast, broadcast, broadcastList } from '../../src/contract/broadcast.ts';
import { pdf } from '../support/files.ts';
import { mp3 } from '../support/sounds.ts';
import { testServer } from '../support/test-server.ts';
import { upload } from '../support/upload.ts';
import { waitFor } from '../support/wait-for.ts';
import { expectAccessible } from './support/accessibility.ts';
import { lookAt } from './support/look-at.ts';
import { browserForFile } from './support/open-desk.ts';

const server = await testServer({ page: true });
const owner = await server.signUp();
const openWindow = browserForFile();

const read = async (id: string) =>
  broadcast.parse((await server.call('GET', `/api/broadcasts/${id}`)).json);
const settled = (one: () => Promise<Broadcast>) =>
  waitFor(one, ({ state, counts }) => state === 'sent' && counts.with_carrier === 0);
const newest = async () => {
  const { items } = broadcastList.parse((await server.call('GET', '/api/broadcasts')).json);
  const [one] = items;
  if (!one) throw new Error('there is one');
  return one;
};

test('those not reached are called instead, and who got it gets a correction, by keyboard and after a reload', async () => {
  for (const last of ['22', '23']) {
    const fault = { kind: 'phone', address: `+121255501${last}`, fault: 'landline' };
    await server.call('PUT', '/api/sandbox/faults', fault);
  }
  const people = ['21', '22', '23'].map((last) => ({
    name: `Ana ${last}`,
    phone: `+121255501${last}`,
  }));
  const made = await server.call(
    'POST',
    '/api/broadcasts',
    { audience: { people }, content: { sms: { text: 'Clinic closed' } } },
    { 'idempotency-key': 'closed for the day' },
  );
  const { id } = broadcast.parse(made.json);
  await settled(() => read(id));

  const page = await openWindow(server.url, owner);
  await page.goto(`/outbox/${id}`);
  const again = page.getByRole('button', { name: 'Message the 2 not reached', exact: true });
  await again.waitFor();
  await lookAt(page, 'follow-up-page');
  await again.focus();
  await page.keyboard.press('Enter');
  // A text cannot reach them: it is a call, in the same words.
  const spoken = page.getByRole('textbox', { name: 'What the call says' });
  await spoken.waitFor();
  await expect.poll(() => spoken.evaluate((field) => field === document.activeElement)).toBe(true);
  expect(await spoken.inputValue()).toBe('Clinic closed');
  await page.getByText('2 not reached by “Clinic closed”', { exact: true }).waitFor();
  await page.getByText('2 people reached: 2 calls').waitFor();
  await lookAt(page, 'follow-up-compose');
  await expectAccessible(page, 'compose for those not reached');
  await page.reload();
  await page.getByRole('button', { name: 'Remove these recipients' }).waitFor();
  expect(await spoken.inputValue()).toBe('Clinic closed');
  // A key pressed on a button that is still shut is lost.
  const review = page.getByRole('button', { name: 'Review' });
  await expect.poll(() => review.isEnabled()).toBe(true);
  await review.press('Enter');
  await page.getByText('To 2 not reached by “Clinic closed”', { exact: true }).waitFor();
  await lookAt(page, 'follow-up-review');
  await page.getByRole('button', { name: 'Call 2 people', exact: true }).press('Enter');
  await page.getByText(/^Sending to 2 people/).waitFor();
  const resend = await settled(newest);
  expect(resend).toMatchObject({ counts: { delivered: 2 }, follows: { id, purpose: 'resend' } });

  await page.goto(`/outbox/${resend.id}`);
  await page.getByText('To those not reached by').waitFor();
  await lookAt(page, 'follow-up-follows');
  await page.getByRole('link', { name: '“Clinic closed”' }).press('Enter');
  // Whom the call reached is not offered again.
  await page.getByText('2 people were reached by a later message.').waitFor();
  await expect.poll(() => again.count()).toBe(0);
  const correct = page.getByRole('button', {
    name: 'Send a correction to the 1 who got it',
    exact: true,
  });
  await correct.press('Enter');
  await page.getByText('1 who got “Clinic closed”', { exact: true }).waitFor();
  await page.getByRole('textbox', { name: 'Text', exact: true }).fill('We are open after all');
  await page.getByText('1 person reached: 1 text').waitFor();
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Text 1 person', exact: true }).press('Enter');
  await page.getByText(/^Sending to 1 person/).waitFor();
  const correction = await settled(newest);
  expect(correction).toMatchObject({
    counts: { delivered: 1 },
    follows: { purpose: 'correction' },
  });
});

test('those not reached get its sound again, and a correction has its files', async () => {
  const [map, hello] = await Promise.all([
    upload(server.call, pdf, 'map.pdf'),
    upload(server.call, await mp3(1), 'hello.mp3', 'audio'),
  ]);
  const unreached = '+12125550125';
  const fault = { kind: 'phone', address: unreached, fault: 'no_answer' };
  await server.call('PUT', '/api/sandbox/faults', fault);
  const audience = { people: [{ phone: unreached }, { email: 'ben@example.com' }] };
  const email = { subject: 'The way in', text: 'See the map.', attachments: [map.id] };
  const made = await server.call(
    'POST',
    '/api/broadcasts',
    { audience, content: { email, voice: { audioId: hello.id } } },
    { 'idempotency-key': 'the way in' },
  );
  const { id } = broadcast.parse(made.json);
  await settled(() => read(id));
  const page = await openWindow(server.url, owner);
  await page.goto(`/outbox/${id}`);
  await page.getByRole('button', { name: 'Message the one not reached', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'New message' });
  await dialog.getByRole('button', { name: 'Remove hello.mp3' }).waitFor();
  await dialog.getByRole('button', { name: 'Discard' }).click();
  await page.keyboard.press('Escape');
  await page
    .getByRole('button', { name: 'Send a correction to the 1 who got it', exact: true })
    .click();
  await dialog.getByRole('button', { name: 'Remove map.pdf' }).waitFor();
  expect(await dialog.getByText('hello.mp3').count()).toBe(0);
  expect(await dialog.getByRole('textbox', { name: 'Subject' }).inputValue()).toBe('');
});

test('those not reached are written to the way that reaches them; where there is none, that is said', async () => {
  const reachable = { name: 'Ana Reached', phone: '+12125550131' };
  const open = async (others: readonly object[], key: string) => {
    const made = await server.call(
      'POST',
      '/api/broadcasts',
      { audience: { people: [reachable, ...others] }, content: { sms: { text: key } } },
      { 'idempotency-key': key },
    );
    const { id } = broadcast.parse(made.json);
    await settled(() => read(id));
    const page = await openWindow(server.url, owner);
    await page.goto(`/outbox/${id}`);
    return page;
  };
  const mailboxes = ['one@example.com', 'two@example.com'].map((email) => ({ email }));
  const page = await open(mailboxes, 'By text alone');
  await page.getByRole('button', { name: 'Message the 2 not reached', exact: true }).click();
  await page.getByText('2 people reached: 2 emails').waitFor();
  expect(await page.getByRole('checkbox', { name: 'Call', exact: true }).isChecked()).toBe(false);

  const vain = await open([{ name: 'Wim Wrong', phone: '212-555-O105' }], 'Written in vain');
  await vain
    .getByText('1 person was not reached, and there is no way to reach them.', { exact: true })
    .waitFor();
  expect(await vain.getByRole('button', { name: /^Message the/ }).count()).toBe(0);
  await lookAt(vain, 'follow-up-in-vain');
  await expectAccessible(vain, 'nobody to message again');
});
