import type { Channel } from '../contract/channel.ts';
import type { ProviderRequest } from '../contract/provider.ts';
import type { Clock } from '../platform/clock.ts';
import type { Provider } from './provider.ts';
import { joinSmtpSettings, splitSmtpSettings } from './smtp/settings.ts';
import { SmtpProvider } from './smtp/smtp-provider.ts';

/** A row of the `provider` table, as far as it takes to open it. */
export type ProviderRow = { kind: string; settings: unknown; secret: Buffer | null };

/** What providers need of the process. */
export type ProviderContext = {
  clock: Clock;
  /** The installation's key, by which secrets in the database are sealed. */
  secretKey: Buffer;
  /** The pretend carrier of this process, which all accounts share. */
  sandbox: Provider;
};

/** A kind of provider: what it can carry, and how a row becomes one. */
export type ProviderKind = {
  kind: string;
  channels: readonly Channel[];
  create(row: ProviderRow, context: ProviderContext): Provider;
};

/** Every kind there is. */
export const providerKinds: readonly ProviderKind[] = [
  {
    kind: 'sandbox',
    channels: ['sms', 'email', 'voice'],
    create: (_row, { sandbox }) => shared(sandbox),
  },
  {
    kind: 'smtp',
    channels: ['email'],
    create: (row, { clock, secretKey }) =>
      new SmtpProvider({ settings: joinSmtpSettings(row, secretKey), clock }),
  },
];

/** Opens the provider of a row, which is one of `kinds`; throws for a kind that is not among them. */
export function openProvider(
  row: ProviderRow,
  context: ProviderContext,
  kinds: readonly ProviderKind[] = providerKinds,
): Provider {
  const found = kinds.find(({ kind }) => kind === row.kind);
  if (!found) throw new Error(`there is no kind of provider called ${row.kind}`);
  return found.create(row, context);
}

/** What a request for a new provider leaves in its row; credentials are sealed by `secretKey`. */
export function rowOf(
  request: ProviderRequest,
  secretKey: Buffer,
): { settings: object; secret: Buffer | null } {
  return splitSmtpSettings(request.smtp, secretKey);
}

/** One account closing its provider does not end it for the others. */
function shared(provider: Provider): Provider {
  const { lookUp } = provider;
  return {
    ...(lookUp ? { lookUp: lookUp.bind(provider) } : {}),
    capabilities: (channel) => provider.capabilities(channel),
    send: (submission, signal) => provider.send(submission, signal),
    query: (reference, accountId) => provider.query(reference, accountId),
    list: (question) => provider.list(question),
    close: async () => undefined,
  };
}
