import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { holdDataFolder } from './data-folder.ts';

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'headsup-folder-'));
  folders.push(folder);
  return folder;
}

it('keeps one key from the first time on, and leaves nothing else behind', async () => {
  const path = await newFolder();
  const first = await holdDataFolder(path);
  await first.release();
  const second = await holdDataFolder(path);
  expect(second.secretKey).toEqual(first.secretKey);
  expect(second.secretKey).toHaveLength(32);
  await second.release();
  expect(await readdir(path)).toEqual(['secret.key']);
});

it.each(['', 'AAAA'])('refuses a key that was cut short to %j', async (text) => {
  const path = await newFolder();
  await writeFile(join(path, 'secret.key'), text);
  await expect(holdDataFolder(path)).rejects.toThrow(/secret\.key is damaged/);
});

it('is held by one alone', async () => {
  const path = await newFolder();
  const held = await holdDataFolder(path);
  await expect(holdDataFolder(path)).rejects.toThrow(/already runs/);
  await held.release();
});
