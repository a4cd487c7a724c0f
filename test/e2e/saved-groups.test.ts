import { expect, test } from 'vitest';
import { testServer } from '../support/test-server.ts';
import { lookAt } from './support/look-at.ts';
import { browserForFile } from './support/open-desk.ts';

const server = await testServer({ page: true });
const owner = await server.signUp();
const openWindow = browserForFile();

for (const [name, address, tags] of [
  ['Ana Ruiz', '+12125550150', ['kids']],
  ['Ben Okri', '+12125550151', ['vip']],
] as const) {
  await server.call('POST', '/api/contacts', {
    name,
    tags,
    addresses: [{ kind: 'phone', address }],
  });
}

test('who is in To is saved as a group, chosen again, looked into, renamed and deleted, by keys alone', async () => {
  const page = await openWindow(server.url, owner);
  await page.goto('/?compose=true');
  await page.getByRole('textbox', { name: 'Text', exact: true }).fill('Hello');
  const to = page.getByRole('combobox', { name: 'To', exact: true });
  const options = page.getByRole('listbox', { name: 'Suggestions for To' }).getByRole('option');
  await to.pressSequentially('vip');
  await options.first().waitFor();
  await to.press('ArrowDown');
  await to.press('Enter');
  await to.fill('Zoe 2125550160');
  await to.press('Enter');
  await page.getByRole('button', { name: 'Save as group' }).press('Enter');
  const name = page.getByRole('textbox', { name: 'Name of the group' });
  await name.fill('Regulars');
  await lookAt(page, 'save-group');
  await name.press('Enter');
  await page.getByText('Saved as “Regulars”.').waitFor();

  await page.getByRole('button', { name: 'Remove Zoe' }).press('Enter');
  await page.getByRole('button', { name: 'Remove everyone tagged vip' }).press('Enter');
  await to.pressSequentially('regu');
  await expect.poll(() => options.allTextContents()).toEqual(['RegularsSaved group']);
  await to.press('ArrowDown');
  await to.press('Enter');
  await page.getByRole('button', { name: 'Remove the group Regulars' }).waitFor();
  await page.getByText('2 people reached: 2 texts').waitFor();
  await lookAt(page, 'group-in-to');
  // A draft outlives a reload, its groups too.
  await page.reload();
  await page.getByText('2 people reached: 2 texts').waitFor();

  await page.goto('/contacts');
  await page.getByRole('button', { name: 'Saved groups' }).press('Enter');
  const groups = page.getByRole('dialog', { name: 'Saved groups' });
  await groups.getByRole('button', { name: 'Members of Regulars' }).press('Enter');
  await groups.getByText('1 contact · 1 typed in · vip').waitFor();
  await groups.getByText('Ben Okri').waitFor();
  await lookAt(page, 'groups');
  await groups.getByRole('button', { name: 'Rename Regulars' }).press('Enter');
  const renamed = groups.getByRole('textbox', { name: 'Name of the group' });
  await renamed.fill('Old patients');
  await renamed.press('Enter');
  await groups.getByRole('button', { name: 'Delete Old patients' }).press('Enter');
  const question = page.getByRole('dialog', { name: 'Delete the group “Old patients”?' });
  await question.getByRole('button', { name: 'Delete', exact: true }).press('Enter');
  await groups.getByText(/^None yet/).waitFor();

  // The draft still names it: nothing goes out, and it says why.
  await page.goto('/?compose=true');
  await page
    .getByText(/There is no such group any more/)
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Remove the group Regulars' }).press('Enter');
  await page.getByText(/There is no such group any more/).waitFor({ state: 'detached' });
});

test('a message to a group begins at the group', async () => {
  await server.call('POST', '/api/contact-groups', { name: 'Kids', members: { tags: ['kids'] } });
  const page = await openWindow(server.url, owner);
  await page.goto('/contacts');
  await page.getByRole('button', { name: 'Saved groups' }).click();
  await page.getByRole('button', { name: 'Write to Kids' }).click();
  await page.getByRole('button', { name: 'Remove the group Kids' }).waitFor();
  await page.getByRole('textbox', { name: 'Text', exact: true }).fill('Hello');
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Text 1 person' }).click();
  await page.getByText(/^Sending to 1 person/).waitFor();
});
