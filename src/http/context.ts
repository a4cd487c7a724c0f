import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Permission } from '../account/permission.ts';
import type { Principal } from '../account/principal.ts';
import type { SignIn } from '../account/sign-in.ts';
import type { FileTools } from '../delivery/enclose.ts';
import type { OpenProvider } from '../delivery/provider-pool.ts';
import type { UnsubscribeLinks } from '../message/unsubscribe-link.ts';
import type { RunningClock } from '../platform/clock.ts';
import type { Database } from '../platform/database.ts';
import type { Signals } from '../platform/signals.ts';

/** What routes work with. */
export type HttpContext = {
  database: Database;
  clock: RunningClock;
  signIn: SignIn;
  signals: Signals;
  secretKey: Buffer;
  openProvider: OpenProvider;
  /** Where files are and how their addresses are made, and the folder in which they are received. */
  files: FileTools;
  uploadFolder: string;
  links: UnsubscribeLinks;
  /** The token of the command line on this machine. */
  localToken: string;
};

/** Our server: routes are typed by their zod schemas. */
export type Server = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;

declare module 'fastify' {
  interface FastifyContextConfig {
    /**
     * Who may call: anyone, this machine's command line, or whoever has this right in their account.
     * Every route says it.
     */
    allow?: 'anyone' | 'machine' | Permission;
    /** A page of any origin may call it, with any method: what it was given is all that counts. */
    fromAnyPage?: boolean;
  }
  interface FastifyRequest {
    /** Who calls; set on every route but those for anyone. */
    principal: Principal;
  }
}
