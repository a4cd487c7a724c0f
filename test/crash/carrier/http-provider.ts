import { z } from 'zod';
import type {
  Capabilities,
  ListOutcome,
  ListQuestion,
  Provider,
  QueryOutcome,
  SendOutcome,
  Submission,
} from '../../../src/providers/provider.ts';
import { LISTING_LAG, PATIENCE, WINDOW } from './http-limits.ts';
import { listMessages } from './http-listing.ts';

const capabilities: Capabilities = {
  window: WINDOW,
  timeout: PATIENCE,
  receipts: false,
  query: false,
  listing: true,
  uniqueRefs: true,
  // And a second in which the carrier may still be taking what it was given.
  visibilityLag: LISTING_LAG + 1_000,
};

const settings = z.object({ url: z.url() });
const taken = z.object({ id: z.string() });

/** The way out to the carrier over HTTP: text messages, by the same rules as any other provider's. */
export class HttpProvider implements Provider {
  readonly #url: string;

  /** `row` is what stands in the provider's settings. */
  constructor(row: unknown) {
    this.#url = settings.parse(row).url;
  }

  capabilities(channel: Submission['channel']): Capabilities | null {
    return channel === 'sms' ? capabilities : null;
  }

  async send({ address, text }: Submission, signal: AbortSignal): Promise<SendOutcome> {
    try {
      const response = await fetch(this.#url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ to: address, body: text }),
        signal,
      });
      return outcomeOf(response, await response.json());
    } catch (error) {
      return lost(error);
    }
  }

  async query(): Promise<QueryOutcome> {
    return { outcome: 'unknown', answer: 'It knows no reference of ours.' };
  }

  async list(question: ListQuestion): Promise<ListOutcome> {
    try {
      return await listMessages(this.#url, question);
    } catch (error) {
      return { outcome: 'unknown', answer: String(error) };
    }
  }

  async close(): Promise<void> {
    // fetch keeps the connections, for the whole process.
  }
}

function outcomeOf({ ok, status, headers }: Response, body: unknown): SendOutcome {
  const answer = `HTTP ${status}`;
  const code = String(status);
  if (ok) return { outcome: 'accepted', providerRef: taken.parse(body).id, answer };
  if (status === 429) {
    const retryAfter = Number(headers.get('retry-after')) * 1_000;
    return { outcome: 'retryable', reason: 'rate_limited', code, answer, retryAfter };
  }
  if (status < 500) return { outcome: 'rejected', reason: 'invalid_address', code, answer };
  return { outcome: 'uncertain', answer };
}

/** Only a connection that never came about proves that nothing was taken. */
function lost(error: unknown): SendOutcome {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : null;
  const answer = String(cause);
  if (code !== 'ECONNREFUSED') return { outcome: 'uncertain', answer };
  return { outcome: 'retryable', reason: 'provider_down', code, answer };
}
