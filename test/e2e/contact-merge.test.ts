import { expect, test } from 'vitest';
import { type Contact, contact, contactPage } from '../../src/contract/contact.ts';
import { contactMerge } from '../../src/contract/contact-merge.ts';
import { memberOf } from '../support/member-of.ts';
import { testServer } from '../support/test-server.ts';
import { lookAt } from './support/look-at.ts';
import { browserForFile } from './support/open-desk.ts';

const LONG = 'Wolfeschlegelsteinhausenbergerdorff'.repeat(5);
const server = await testServer({ page: true });
const owner = await server.signUp();
const openWindow = browserForFile();

const add = async (input: object) =>
  contact.parse((await server.call('POST', '/api/contacts', input)).json);
const phone = (address: string, label = '') => ({ kind: 'phone', address, label });
const names = async (text: string) =>
  contactPage
    .parse((await server.call('GET', `/api/contacts?text=${text}`)).json)
    .items.map(({ name }) => name);
const merge = async (kept: Contact, merged: Contact) => {
  const path = `/api/contacts/${kept.id}/merges`;
  return contactMerge.parse((await server.call('POST', path, { mergedId: merged.id })).json);
};

test('by keyboard alone: two are compared, the other one stays, and the merge is undone', async () => {
  await add({
    name: 'Ana Ruiz',
    company: 'Mill',
    notes: 'Allergic to latex.',
    fields: { insurance: 'Blue' },
    addresses: [phone('+447400123456', 'mobile')],
    tags: ['vip'],
  });
  await add({
    name: 'Ruiz, Ana',
    company: 'Weavers',
    notes: 'Rings twice.',
    language: 'es',
    addresses: [phone('+447400123456', 'home'), { kind: 'email', address: 'ana@example.com' }],
  });
  const page = await openWindow(server.url, owner);
  await page.goto('/contacts');
  await page.getByRole('button', { name: /^Ana Ruiz/ }).press('Enter');
  await page.getByRole('dialog', { name: 'Ana Ruiz' }).waitFor();
  await page.getByRole('button', { name: 'Merge…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Merge two contacts' });
  await dialog.getByText('Likely the same').waitFor();
  await lookAt(page, 'contact-merge-choice');
  await dialog.getByRole('button', { name: 'Compare with Ruiz, Ana' }).press('Enter');
  await dialog.getByText('from the other one').first().waitFor();
  const left = dialog.getByRole('region', { name: 'What does not stay' });
  await left.getByText('Weavers').waitFor();
  await lookAt(page, 'contact-merge-comparison');
  await dialog.getByRole('radio', { name: 'Ana Ruiz' }).focus();
  await page.keyboard.press('ArrowDown');
  await left.getByText('Mill').waitFor();
  await dialog.getByRole('button', { name: 'Merge them' }).press('Enter');
  const drawer = page.getByRole('dialog', { name: 'Ruiz, Ana' });
  await drawer.getByText('Merged into this contact').waitFor();
  await lookAt(page, 'contact-merged');
  expect(await names('ruiz')).toEqual(['Ruiz, Ana']);

  await drawer.getByRole('button', { name: 'Undo the merge of Ana Ruiz' }).press('Enter');
  const question = page.getByRole('dialog', { name: 'Undo this merge?' });
  await question.getByText('two contacts again').waitFor();
  await lookAt(page, 'contact-merge-undo');
  await question.getByRole('button', { name: 'Undo the merge' }).press('Enter');
  await drawer.getByText('Merged into this contact').waitFor({ state: 'detached' });
  expect((await names('ruiz')).toSorted()).toEqual(['Ana Ruiz', 'Ruiz, Ana']);
  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'detached' });
});

test('likely duplicates are gone through one after the other; the rest is found by search', async () => {
  await add({ name: 'דנה לוי', addresses: [phone('+4915123456789')], notes: LONG });
  await add({ name: 'דנה', addresses: [phone('+4915123456789')], company: 'מרפאה' });
  await add({ name: LONG });
  await add({ name: `${LONG} Jr.` });
  const page = await openWindow(server.url, owner);
  await page.goto('/contacts');
  await page.getByRole('button', { name: 'Likely duplicates' }).click();
  const list = page.getByRole('dialog', { name: 'Likely duplicates' });
  await list.getByRole('button', { name: /^Compare דנה/ }).waitFor();
  await lookAt(page, 'contact-duplicates');
  await list.getByRole('button', { name: /^Compare דנה/ }).click();
  await list.getByText('What it has then').waitFor();
  await lookAt(page, 'contact-duplicates-hebrew');
  await list.getByRole('button', { name: 'Merge them' }).click();
  await list.getByText('Merged. It can be undone at the contact.').waitFor();
  await list.getByRole('button', { name: 'Close' }).click();

  await page.goto('/contacts?text=wolfe');
  await page.getByRole('button', { name: LONG }).first().click();
  await page.getByRole('button', { name: 'Merge…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Merge two contacts' });
  await dialog.getByRole('searchbox').fill('wolfe');
  await dialog.getByRole('button', { name: /^Compare Wolfe/ }).waitFor();
  await lookAt(page, 'contact-merge-long-found');
  await dialog.getByRole('button', { name: /^Compare Wolfe/ }).click();
  await dialog.getByText('What it has then').waitFor();
  await lookAt(page, 'contact-merge-long');
});

test('what cannot be merged or undone any more is said in a sentence', async () => {
  const [kept, other, third] = [
    await add({ name: 'Bea Ortega' }),
    await add({ name: 'Bea Ortega-Sanz' }),
    await add({ name: 'Bea O.' }),
  ];
  const page = await openWindow(server.url, owner);
  await page.goto(`/contacts?contact=${kept.id}`);
  await page.getByRole('button', { name: 'Merge…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Merge two contacts' });
  await dialog.getByRole('searchbox').fill('Ortega-Sanz');
  await dialog.getByRole('button', { name: 'Compare Bea Ortega-Sanz' }).click();
  await dialog.getByText('What it has then').waitFor();
  await merge(third, other);
  await dialog.getByRole('button', { name: 'Merge them' }).click();
  await dialog.getByText('was merged into a third one; undo that merge first').first().waitFor();
  await lookAt(page, 'contact-merge-too-late');

  const { id } = await merge(kept, third);
  await page.goto(`/contacts?contact=${kept.id}`);
  await page.getByRole('button', { name: 'Undo the merge of Bea O.' }).click();
  await server.call('DELETE', `/api/contacts/${kept.id}/merges/${id}`);
  const question = page.getByRole('dialog', { name: 'Undo this merge?' });
  await question.getByRole('button', { name: 'Undo the merge' }).click();
  await question.getByText('This merge was undone already').waitFor();

  await page.goto(`/contacts?contact=${other.id}`);
  await page.getByRole('dialog').getByRole('button', { name: 'Bea O.' }).click();
  await page.getByRole('dialog', { name: 'Bea O.' }).getByText('Merged into').waitFor();
  await page.goto(`/contacts?contact=${crypto.randomUUID()}`);
  await page.getByRole('alert').getByText('There is no such thing here.').waitFor();
});

test('a viewer sees what was merged, and is offered nothing that changes it', async () => {
  const [kept, other] = [await add({ name: 'Carla Gómez' }), await add({ name: 'C. Gómez' })];
  await merge(kept, other);
  const page = await openWindow(server.url, await memberOf(server, 'viewer'));
  await page.goto(`/contacts?contact=${kept.id}`);
  const drawer = page.getByRole('dialog', { name: 'Carla Gómez' });
  await drawer.getByText('Merged into this contact').waitFor();
  expect(await drawer.getByRole('button').allInnerTexts()).toEqual(['']);
  expect(await page.getByRole('button', { name: 'Likely duplicates' }).count()).toBe(0);
});

test('a list that does not come says so, and is asked for again', async () => {
  const page = await openWindow(server.url, owner);
  await page.route('**/api/contact-duplicates*', (route) => route.abort());
  await page.goto('/contacts');
  await page.getByRole('button', { name: 'Likely duplicates' }).click();
  const dialog = page.getByRole('dialog', { name: 'Likely duplicates' });
  await dialog.getByText('No connection to Headsup.').waitFor();
  await page.unroute('**/api/contact-duplicates*');
  await dialog.getByRole('button', { name: 'Try again' }).click();
  await dialog
    .getByRole('button', { name: /^Compare/ })
    .first()
    .waitFor();
});
