import { resolve } from 'node:path';
import { z } from 'zod';
import { readPlace } from './platform/blobs/read-place.ts';
import type { S3Place } from './platform/blobs/s3-store.ts';
import { Refusal } from './platform/refusal.ts';

const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;

/** Each message says what the setting wants. */
const environment = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'a number from 0 to 65535; 0 is any free port')
    .transform(Number)
    .refine((port) => port <= 65_535, 'a number from 0 to 65535; 0 is any free port')
    .default(8080),
  HEADSUP_DATA: z.string().default('./data'),
  DATABASE_URL: z
    .string()
    .refine(
      (text) => /^postgres(ql)?:\/\//.test(text) && URL.canParse(text),
      'an address as in postgres://user:password@host/database',
    )
    .refine(
      (text) => !URL.canParse(text) || !new URL(text).searchParams.has('options'),
      'leave out options: Headsup sets its own',
    )
    .optional(),
  HEADSUP_URL: z
    .url({ protocol: /^https?$/, error: 'an address as in https://headsup.example.com' })
    .optional(),
  HEADSUP_BLOBS: z
    .string()
    .refine(
      (text) => readPlace(text) !== null,
      'an address as in s3://bucket?region=eu-central-1, and &endpoint=https://… where it is not Amazon’s',
    )
    .optional(),
  AWS_ACCESS_KEY_ID: z.string().optional(),
  AWS_SECRET_ACCESS_KEY: z.string().optional(),
  HEADSUP_PASSWORD: z.string().optional(),
  HEADSUP_LOG: z.enum(LOG_LEVELS, { error: `one of ${LOG_LEVELS.join(', ')}` }).default('warn'),
});

/** What the environment says: where the database is and how to listen. All else is data, set in the page. */
export type Config = {
  host: string;
  /** 0: any free one. */
  port: number;
  dataFolder: string;
  /** Of a PostgreSQL server; null: the embedded one. */
  databaseUrl: string | null;
  /** Address under which browsers reach us, where it is not the one we listen on. */
  publicUrl: URL | null;
  logLevel: string;
  /** The bucket that holds files; null: a folder among the data. */
  blobs: Readonly<S3Place> | null;
  /** Of the owner whom `headsup init` makes. */
  ownerPassword: string | null;
};

/**
 * Reads and checks the environment; what is set to nothing is not set. Throws a Refusal that names
 * what is wrong.
 */
export function readConfig(env: NodeJS.ProcessEnv): Readonly<Config> {
  const parsed = environment.safeParse(
    Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')),
  );
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Refusal(
      `${issue?.path.join('.')} is not right: set it to ${issue?.message}, or leave it out.`,
    );
  }
  const { data } = parsed;
  return Object.freeze({
    host: data.HOST,
    port: data.PORT,
    dataFolder: resolve(data.HEADSUP_DATA),
    databaseUrl: data.DATABASE_URL ?? null,
    publicUrl: data.HEADSUP_URL ? new URL(data.HEADSUP_URL) : null,
    logLevel: data.HEADSUP_LOG,
    blobs: blobsOf(data),
    ownerPassword: data.HEADSUP_PASSWORD ?? null,
  });
}

/** Credentials are named as every program that speaks to such a server names them. */
function blobsOf(data: z.infer<typeof environment>): Config['blobs'] {
  const place = data.HEADSUP_BLOBS === undefined ? null : readPlace(data.HEADSUP_BLOBS);
  if (!place) return null;
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = data;
  if (accessKeyId === undefined || secretAccessKey === undefined) {
    throw new Refusal(
      'HEADSUP_BLOBS names a bucket: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY to the key that may read and write there.',
    );
  }
  return Object.freeze({ ...place, accessKeyId, secretAccessKey });
}
