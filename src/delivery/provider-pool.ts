import type { Channel } from '../contract/channel.ts';
import type { Queryable } from '../platform/database.ts';
import { sqlFile } from '../platform/sql-file.ts';
import type { Capabilities, Provider } from '../providers/provider.ts';
import { Breaker } from './breaker.ts';
import { isShut } from './circuit.ts';
import { SendWindow } from './send-window.ts';

const CHOSEN = sqlFile(import.meta.url, './sql/chosen-providers.sql');

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
  breaker: Breaker;
  /** What its owner allows, in messages (segments for sms) a minute; null: no limit of theirs. */
  limits: { perMinute: number | null; senderPerMinute: number | null };
};

/** Who carries a channel now. Nobody and no `until`: the account has no provider for it. */
export type Choice = {
  /** The first that can be called; null where none can before `until`. */
  carrier: Carrier | null;
  /** One before it whose circuit is open, and which is to be tried with one message now. */
  trial: Carrier | null;
  until: Date | null;
};

/** What this process keeps of a provider on a channel. */
type Line = { window: SendWindow; breaker: Breaker };
type Held = { version: string; provider: Provider; lines: Map<Channel, Line> };
type ChosenRow = ProviderRow & { version: string; retryAt: Date | null } & Carrier['limits'];

/** Keeps providers open between lanes, one instance a row, and opens a new one when the row changed. */
export class ProviderPool {
  readonly #open: OpenProvider;
  readonly #held = new Map<string, Held>();

  constructor(open: OpenProvider) {
    this.#open = open;
  }

  /** Who carries a channel: the first of its providers whose circuit is closed. */
  async choose(client: Queryable, accountId: string, channel: Channel, now: Date): Promise<Choice> {
    const { rows } = await client.query<ChosenRow>({
      name: 'chosen-providers',
      text: CHOSEN,
      values: [accountId, channel],
    });
    const choice: Choice = { carrier: null, trial: null, until: null };
    for (const row of rows) {
      const carrier = this.#carrierOf(row, channel);
      if (!carrier) continue;
      if (row.retryAt && isShut(row.retryAt, now)) choice.until = sooner(choice.until, row.retryAt);
      else if (row.retryAt) choice.trial ??= carrier;
      else {
        carrier.breaker.close({ isTrial: false });
        return { ...choice, carrier };
      }
    }
    return choice;
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

  #carrierOf(row: ChosenRow, channel: Channel): Carrier | null {
    const held = this.#hold(row);
    const capabilities = held.provider.capabilities(channel);
    if (!capabilities) return null;
    const line = held.lines.get(channel) ?? {
      window: new SendWindow(capabilities.window),
      breaker: new Breaker(),
    };
    held.lines.set(channel, line);
    const { perMinute, senderPerMinute } = row;
    const limits = { perMinute, senderPerMinute };
    return { providerId: row.id, provider: held.provider, capabilities, ...line, limits };
  }

  #hold(row: ProviderRow & { version: string }): Held {
    const held = this.#held.get(row.id);
    if (held && held.version === row.version) return held;
    const fresh = { version: row.version, provider: this.#open(row), lines: new Map() };
    this.#held.set(row.id, fresh);
    // It answers what is on the wire first, which nobody here needs to wait for.
    if (held) void held.provider.close().catch(() => undefined);
    return fresh;
  }
}

function sooner(a: Date | null, b: Date): Date {
  return a && a < b ? a : b;
}
