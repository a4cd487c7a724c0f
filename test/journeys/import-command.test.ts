import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { callerOf } from '../support/call.ts';
import { runHeadsup, serveHeadsup, temporaryFolder } from '../support/headsup-process.ts';
import { serverOf } from '../support/server-of.ts';
import { signUp } from '../support/sign-up.ts';
import { tablesOf } from '../support/tables-of.ts';

type Line = { event: string; columns?: { header: string; target: string }[]; counts?: object };

test('headsup import contacts --map says what columns are; a name or target that is none writes nothing', async () => {
  const folder = await temporaryFolder();
  const server = await serveHeadsup(folder);
  const call = callerOf(server.url, (await serverOf(folder)).token);
  await signUp(call, `${server.url}/setup?token=${server.setupToken}`);
  const file = join(folder, 'people.csv');
  await writeFile(file, 'Wer,Draht,Post\nAna Ruiz,+447400123456,ana@example.com\nBen,555,\n');
  const run = async (...words: string[]) => {
    const { code, stdout, stderr } = await runHeadsup(folder, [
      ...['import', 'contacts', file, '--json'],
      ...words,
    ]);
    const lines = stdout.split('\n').filter((line) => line !== '');
    // Each line is one of the command's events.
    return { code, stderr, lines: lines.map((line) => JSON.parse(line) as Line) };
  };

  const unknown = await run('--map', 'Telefon=phone');
  expect(unknown).toMatchObject({ code: 1, stderr: expect.stringContaining('“Telefon”') });
  expect(unknown.stderr).toContain('“Wer”, “Draht”, “Post”');
  const wrong = await run('--map', 'Draht=telephone');
  expect(wrong.code).not.toBe(0);
  expect(wrong.stderr).toContain('--map');
  expect(await contacts(folder)).toEqual([]);

  const said = ['--map', 'wer=name', '--map', 'DRAHT=phone:home'];
  const dry = await run(...said, '--dry-run');
  expect(dry.lines.find(({ columns }) => columns)?.columns).toMatchObject([
    { header: 'Wer', target: 'name' },
    { header: 'Draht', target: 'phone:home' },
    { header: 'Post', target: 'email' },
  ]);
  expect(await contacts(folder)).toEqual([]);

  const { code } = await run(...said);
  expect(code).toBe(1);
  expect(await contacts(folder)).toEqual([
    { name: 'Ana Ruiz', address: '+447400123456', label: 'home' },
    { name: 'Ana Ruiz', address: 'ana@example.com', label: '' },
  ]);
  server.kill('SIGTERM');
  expect((await server.ended).code).toBe(0);
});

function contacts(folder: string): Promise<unknown[]> {
  return tablesOf(
    folder,
    `select c.name, a.address, a.label from contact c
       join contact_address a on a.account_id = c.account_id and a.contact_id = c.id order by a.position`,
  );
}
