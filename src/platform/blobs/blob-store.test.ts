import { createHash, randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
// @ts-expect-error: the package brings no types.
import S3rver from '@20minutes/s3rver';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BlobStore } from '../blob-store.ts';
import { FolderStore } from './folder-store.ts';
import { readPlace } from './read-place.ts';
import { S3Store } from './s3-store.ts';

const folder = await mkdtemp(join(tmpdir(), 'headsup-blobs-'));
/** A server of this protocol that nobody of ours wrote; it checks every signature. */
const peer = new S3rver({
  port: 0,
  address: '127.0.0.1',
  silent: true,
  directory: join(folder, 's3'),
  configureBuckets: [{ name: 'files', configs: [] }],
});
let s3: S3Store;
let place: NonNullable<ReturnType<typeof readPlace>>;

beforeAll(async () => {
  await mkdir(join(folder, 's3'));
  const { port } = await peer.run();
  const found = readPlace(
    `s3://files/kept/here?region=us-east-1&endpoint=http://127.0.0.1:${port}`,
  );
  if (!found) throw new Error('it is an address');
  place = found;
  s3 = new S3Store({ ...place, accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' });
});
afterAll(async () => {
  await peer.close();
  await rm(folder, { recursive: true });
});

const stores: [string, () => BlobStore][] = [
  ['a folder', () => new FolderStore(join(folder, 'blobs'))],
  ['a bucket', () => s3],
];

describe.each(stores)('in %s', (_name, store) => {
  test('what was put comes back, all of it or a part, until it is removed', async () => {
    const { key, file, bytes } = await blob(200_000);
    expect(await store().read(key)).toBeNull();
    await store().put(key, file);
    await store().put(key, file);
    expect(await read(await store().read(key))).toEqual(bytes);
    const part = await store().read(key, { first: 10, last: 19 });
    expect(await read(part)).toEqual(bytes.subarray(10, 20));
    await store().remove(key);
    await store().remove(key);
    expect(await store().read(key)).toBeNull();
  });

  test('the same bytes of another account are another blob', async () => {
    const { key, file } = await blob(10);
    const other = { ...key, accountId: randomUUID() };
    await store().put(key, file);
    expect(await store().read(other)).toBeNull();
    await store().put(other, file);
    await store().remove(key);
    expect(await read(await store().read(other))).toHaveLength(10);
  });
});

test('many who put the same at once leave one file and no draft', async () => {
  const { key, file } = await blob(5_000);
  const store = new FolderStore(join(folder, 'busy'));
  await Promise.all(Array.from({ length: 20 }, () => store.put(key, file)));
  const names = await readdir(join(folder, 'busy', key.accountId), { recursive: true });
  expect(names.filter((name) => name.includes(key.hash))).toEqual([
    join(key.hash.slice(0, 2), key.hash),
  ]);
});

test('a wrong key or secret is refused by the server, whose words are told', async () => {
  const { key, file } = await blob(10);
  const wrong = new S3Store({ ...place, accessKeyId: 'S3RVER', secretAccessKey: 'wrong' });
  await expect(wrong.put(key, file)).rejects.toThrow(/403: .*SignatureDoesNotMatch/s);
  const nobody = new S3Store({ ...place, accessKeyId: 'nobody', secretAccessKey: 'S3RVER' });
  await expect(nobody.read(key)).rejects.toThrow(/InvalidAccessKeyId/);
});

test('an address of a bucket is read, and one that is none refused', () => {
  expect(readPlace('s3://files?region=eu-central-1')).toEqual({
    endpoint: new URL('https://s3.eu-central-1.amazonaws.com'),
    region: 'eu-central-1',
    bucket: 'files',
    prefix: '',
  });
  for (const text of [
    'files',
    's3://',
    's3://Files_',
    's3://a?endpoint=ftp://b',
    's3://files?x=1',
  ]) {
    expect(readPlace(text)).toBeNull();
  }
});

async function blob(size: number) {
  const bytes = Buffer.from(Array.from({ length: size }, () => Math.floor(Math.random() * 256)));
  const file = join(folder, randomUUID());
  await writeFile(file, bytes);
  const hash = createHash('sha256').update(bytes).digest('hex');
  return { key: { accountId: randomUUID(), hash }, file, bytes };
}

async function read(stream: Readable | null): Promise<Buffer> {
  if (!stream) throw new Error('it is there');
  return buffer(stream);
}
