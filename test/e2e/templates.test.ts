import { expect, test } from 'vitest';
import { templateList } from '../../src/contract/template.ts';
import { testServer } from '../support/test-server.ts';
import { lookAt } from './support/look-at.ts';
import { browserForFile } from './support/open-desk.ts';

const server = await testServer({ page: true });
const owner = await server.signUp();
const openWindow = browserForFile();

const saved = async () =>
  templateList.parse((await server.call('GET', '/api/templates')).json).items;

test('what is written is saved under a name, by keyboard; a name that is there is asked about', async () => {
  const page = await openWindow(server.url, owner);
  await page.goto('/?compose=true');
  const text = page.getByRole('textbox', { name: 'Text', exact: true });
  const menu = page.getByRole('button', { name: 'Templates' });
  const saveAs = async () => {
    await menu.press('Enter');
    await page.getByRole('menuitem', { name: 'Save as template' }).press('Enter');
  };
  await saveAs();
  await page.getByText('Still missing: the text').waitFor();
  await page.keyboard.press('Escape');
  await page.getByText('Still missing: the text').waitFor({ state: 'detached' });

  await text.fill('Closed: snow.');
  await saveAs();
  const name = page.getByRole('textbox', { name: 'Name of the template' });
  await expect.poll(() => name.evaluate((field) => field === document.activeElement)).toBe(true);
  await page.keyboard.type('Snow');
  await page.keyboard.press('Enter');
  await page.getByText('Saved as “Snow”.').waitFor();

  await text.fill('Closed tomorrow: snow.');
  await saveAs();
  await page.keyboard.type('snow');
  await page.keyboard.press('Enter');
  await page.getByText('“Snow” is there already. Replace it?').waitFor();
  await lookAt(page, 'template-name');
  expect(await saved()).toMatchObject([{ content: { sms: { text: 'Closed: snow.' } } }]);
  await page.getByRole('button', { name: 'Replace' }).press('Enter');
  await page.getByText('Saved as “snow”.').waitFor();
  expect(await saved()).toMatchObject([
    { name: 'snow', content: { sms: { text: 'Closed tomorrow: snow.' } } },
  ]);
});

test('a template goes in with all its channels, and what it took the place of can be had back', async () => {
  await server.call('POST', '/api/templates', {
    name: 'Dentist ill',
    content: {
      sms: { text: 'The dentist – ill.', replaceCharacters: true },
      email: { subject: 'No visit', html: '<p>Dear <strong>you</strong></p>', unsubscribe: true },
      voice: { text: 'No visit today.', language: 'es-US', keys: { confirm: '1' } },
    },
  });
  const page = await openWindow(server.url, owner);
  await page.goto('/?compose=true');
  const text = page.getByRole('textbox', { name: 'Text', exact: true });
  await text.fill('Half a thought');
  await page.getByRole('button', { name: 'Templates' }).click();
  await lookAt(page, 'template-menu');
  await page.getByRole('menuitem', { name: 'Dentist ill' }).click();
  await page.getByText('“Dentist ill” is inserted.').waitFor();
  expect(await text.inputValue()).toBe('The dentist – ill.');
  expect(await page.getByRole('textbox', { name: 'Subject' }).inputValue()).toBe('No visit');
  await page.getByRole('textbox', { name: 'Email', exact: true }).getByText('Dear you').waitFor();
  const call = page.getByRole('textbox', { name: 'What the call says' });
  expect(await call.inputValue()).toBe('No visit today.');
  expect(await page.getByRole('checkbox', { name: /^Heed keys/ }).isChecked()).toBe(true);
  await lookAt(page, 'template-inserted');
  await page.getByRole('button', { name: 'Bring back what was there' }).click();
  expect(await text.inputValue()).toBe('Half a thought');
  expect(await page.getByRole('checkbox', { name: 'Email' }).isChecked()).toBe(false);
});

test('Settings renames and deletes; a name that is taken is refused where it was typed', async () => {
  const page = await openWindow(server.url, owner);
  await page.goto('/settings');
  const section = page.getByRole('region', { name: 'Templates' });
  await section.getByRole('button', { name: 'Rename snow' }).press('Enter');
  const name = section.getByRole('textbox', { name: 'Name of the template' });
  await name.fill('Dentist ILL');
  await name.press('Enter');
  await section.getByText(/There is a template “Dentist ILL” already/).waitFor();
  await lookAt(page, 'templates-taken', section);
  await name.fill('Snow day');
  await name.press('Enter');
  await section.getByText('Snow day').waitFor();
  expect((await saved()).map((one) => one.name)).toEqual(['Dentist ill', 'Snow day']);

  await section.getByRole('button', { name: 'Delete Snow day' }).press('Enter');
  const question = page.getByRole('dialog', { name: /Delete the template “Snow day”/ });
  await question.waitFor();
  await lookAt(page, 'template-delete');
  await page.keyboard.press('Escape');
  await question.waitFor({ state: 'detached' });
  expect(await saved()).toHaveLength(2);
  await section.getByRole('button', { name: 'Delete Snow day' }).click();
  await question.getByRole('button', { name: 'Delete' }).click();
  await section.getByText('Snow day').waitFor({ state: 'detached' });
  expect((await saved()).map((one) => one.name)).toEqual(['Dentist ill']);
});
