import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AwsV4Signer } from 'aws4fetch';
import type { BlobKey, BlobStore, ByteRange } from '../blob-store.ts';

/** A bucket of a server that speaks the S3 protocol, and who we are there. */
export type S3Place = {
  /** As https://s3.eu-central-1.amazonaws.com; the bucket comes first in the path. */
  endpoint: URL;
  region: string;
  bucket: string;
  /** Before every key, as `headsup/`; may be empty. */
  prefix: string;
  accessKeyId: string;
  secretAccessKey: string;
};

/** Milliseconds without a byte after which the server is given up. */
const PATIENCE = 30_000;
const NOTHING = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
/** Of what the server says is wrong, as much as an error repeats. */
const TOLD = 500;

/** Keeps blobs in a bucket. The hash of a blob is also what the signature vouches for. */
export class S3Store implements BlobStore {
  readonly #place: S3Place;

  constructor(place: S3Place) {
    this.#place = place;
  }

  async put(key: BlobKey, file: string): Promise<void> {
    const { size } = await stat(file);
    const answer = await this.#ask('PUT', key, { body: { file, size } });
    await expect(answer, [200]);
  }

  async read(key: BlobKey, range?: ByteRange): Promise<Readable | null> {
    const answer = await this.#ask('GET', key, { range });
    if (answer.statusCode === (range ? 206 : 200)) return answer;
    await expect(answer, [404]);
    return null;
  }

  async remove(key: BlobKey): Promise<void> {
    const answer = await this.#ask('DELETE', key);
    await expect(answer, [200, 204, 404]);
  }

  async #ask(
    method: string,
    { accountId, hash }: BlobKey,
    { body, range }: { body?: { file: string; size: number }; range?: ByteRange | undefined } = {},
  ): Promise<IncomingMessage> {
    const { endpoint, bucket, prefix, region, accessKeyId, secretAccessKey } = this.#place;
    const path = `${bucket}/${prefix}${accountId}/${hash}`;
    const url = new URL(`${endpoint.pathname.replace(/\/$/, '')}/${path}`, endpoint);
    const signed = await new AwsV4Signer({
      method,
      url: url.href,
      headers: {
        'x-amz-content-sha256': body ? hash : NOTHING,
        ...(range ? { range: `bytes=${range.first}-${range.last}` } : {}),
      },
      service: 's3',
      region,
      accessKeyId,
      secretAccessKey,
    }).sign();
    const headers = {
      ...Object.fromEntries(signed.headers),
      ...(body ? { 'content-length': body.size } : {}),
    };
    const request = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const asked = request(signed.url, { method, headers, timeout: PATIENCE });
    const answer = new Promise<IncomingMessage>((resolve, reject) => {
      asked.on('response', resolve);
      asked.on('error', reject);
      asked.on('timeout', () => asked.destroy(new Error(`${url.host} does not answer.`)));
    });
    if (!body) asked.end();
    // A server that refuses early breaks the pipe; what it said is the better reason.
    else void pipeline(createReadStream(body.file), asked).catch((error) => asked.destroy(error));
    return answer;
  }
}

/** Reads an answer to its end; throws what the server said where its status is another. */
async function expect(answer: IncomingMessage, statuses: readonly number[]): Promise<void> {
  let said = '';
  for await (const chunk of answer.setEncoding('utf8')) {
    if (said.length < TOLD) said += String(chunk);
  }
  if (answer.statusCode !== undefined && statuses.includes(answer.statusCode)) return;
  throw new Error(`The blob store answered ${answer.statusCode}: ${said.slice(0, TOLD)}`);
}
