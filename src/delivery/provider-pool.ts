import type { Channel } from '../contract/channel.ts';
import type { Queryable } from '../platform/database.ts';
import type { Capabilities, Provider } from '../providers/provider.ts';
import { SendWindow } from './send-window.ts';

/** A row of the provider table, as the registry opens it. */
export type ProviderRow = {
  accountId: string;
  id: string;
  kind: string;
  name: string;
  settings: unknown;
  secret: Buffer | null;
};

/** Makes a provider from its row; the registry's, bound to what providers need. */
export type OpenProvider = (row: ProviderRow) => Provider;

/** What carries a channel of an account now. */
export type Carrier = {
  providerId: string;
  provider: Provider;
  capabilities: Capabilities;
  window: SendWindow;
  /** What its owner allows, in messages (segments for sms) a minute; null: no limit of theirs. */
  limits: { perMinute: number | null; senderPerMinute: number | null };
};

type Held = { version: string; provider: Provider; windows: Map<Channel, SendWindow> };

/** Keeps providers open between lanes, one instance a row, and opens a new one when the row changed. */
export class ProviderPool {
  readonly #open: OpenProvider;
  readonly #held = new Map<string, Held>();

  constructor(open: OpenProvider) {
    this.#open = open;
  }

  /** The carrier of a channel; null where the account has none for it. */
  async carrierOf(client: Queryable, accountId: string, channel: Channel): Promise<Carrier | null> {
    const { rows } = await client.query<ProviderRow & { version: string } & Carrier['limits']>(
      `select p.account_id as "accountId", p.id, p.kind, p.name, p.settings, p.secret, p.xmin::text as version,
              p.per_minute as "perMinute", p.sender_per_minute as "senderPerMinute"
         from channel_provider c
         join provider p on p.account_id = c.account_id and p.id = c.provider_id
        where c.account_id = $1 and c.channel = $2`,
      [accountId, channel],
    );
    const [row] = rows;
    if (!row) return null;
    const held = this.#hold(row);
    const capabilities = held.provider.capabilities(channel);
    if (!capabilities) return null;
    let window = held.windows.get(channel);
    if (!window) {
      window = new SendWindow(capabilities.window);
      held.windows.set(channel, window);
    }
    const { perMinute, senderPerMinute } = row;
    const limits = { perMinute, senderPerMinute };
    return { providerId: row.id, provider: held.provider, capabilities, window, limits };
  }

  /** A provider by its id, whatever it carries now; null where it is gone or cannot be opened. */
  async providerOf(client: Queryable, accountId: string, id: string): Promise<Provider | null> {
    const { rows } = await client.query<ProviderRow & { version: string }>(
      `select account_id as "accountId", id, kind, name, settings, secret, xmin::text as version
         from provider where account_id = $1 and id = $2`,
      [accountId, id],
    );
    try {
      return rows[0] ? this.#hold(rows[0]).provider : null;
    } catch {
      return null;
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.#held.values()].map(({ provider }) => provider.close()));
    this.#held.clear();
  }

  #hold(row: ProviderRow & { version: string }): Held {
    const held = this.#held.get(row.id);
    if (held && held.version === row.version) return held;
    const fresh = { version: row.version, provider: this.#open(row), windows: new Map() };
    this.#held.set(row.id, fresh);
    // It answers what is on the wire first, which nobody here needs to wait for.
    if (held) void held.provider.close().catch(() => undefined);
    return fresh;
  }
}
