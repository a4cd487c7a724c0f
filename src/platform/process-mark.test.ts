import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { expect, onTestFinished, test } from 'vitest';
import { isRunning, thisProcess } from './process-mark.ts';

test('this process runs', async () => {
  expect(await isRunning(await thisProcess())).toBe(true);
});

test('a later process with the same number is another one', async () => {
  const mark = await thisProcess();
  expect(await isRunning({ ...mark, started: `${mark.started}0` })).toBe(false);
});

test('numbers that no process can have run nothing', async () => {
  for (const pid of [0, -1, 1.5, Number.NaN, 2 ** 30]) {
    expect(await isRunning({ pid, started: '' })).toBe(false);
  }
});

test.runIf(process.platform === 'linux')('a zombie has ended', async () => {
  // The shell becomes a program that never asks for its child's exit code.
  const parent = spawn('sh', ['-c', 'sleep 0.2 & echo $!; exec sleep 60']);
  onTestFinished(() => void parent.kill('SIGKILL'));
  const [line] = await once(parent.stdout, 'data');
  const pid = Number(String(line));
  const mark = { pid, started: await startedAt(pid) };
  expect(await isRunning(mark)).toBe(true);
  await expect.poll(() => stateOf(pid)).toBe('Z');
  expect(await isRunning(mark)).toBe(false);
});

async function startedAt(pid: number): Promise<string> {
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  return `${boot.trim()}:${stat.split(' ')[21]}`;
}

async function stateOf(pid: number): Promise<string | undefined> {
  return (await readFile(`/proc/${pid}/stat`, 'utf8')).split(' ')[2];
}
