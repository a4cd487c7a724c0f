import { resolve } from 'node:path';
import { z } from 'zod';
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
    ownerPassword: data.HEADSUP_PASSWORD ?? null,
  });
}
