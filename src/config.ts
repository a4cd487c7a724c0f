import { resolve } from 'node:path';
import { z } from 'zod';
import { Refusal } from './platform/refusal.ts';

const environment = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  HEADSUP_DATA: z.string().min(1).default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'an address as in postgres://user:password@host/database')
    .optional(),
  HEADSUP_URL: z.url({ protocol: /^https?$/ }).optional(),
  HEADSUP_PASSWORD: z.string().min(1).optional(),
  HEADSUP_LOG: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('warn'),
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

/** Reads and checks the environment; throws a Refusal that names what is wrong. */
export function readConfig(env: NodeJS.ProcessEnv): Readonly<Config> {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Refusal(`${issue?.path.join('.')} is wrong: ${issue?.message}.`);
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
