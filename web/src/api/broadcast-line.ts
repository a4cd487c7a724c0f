import type { QueryClient } from '@tanstack/react-query';
import type { Broadcast } from '../../../src/contract/broadcast.ts';
import { broadcastQuery } from './broadcasts.ts';
import { refresh } from './refresh.ts';

const RETRY = 5_000;
/** What else speaks of deliveries is asked for again so often at most, in milliseconds. */
const BETWEEN = 3_000;

/** Hears whether the line stands. */
type Listener = (isConnected: boolean) => void;

const lines = new Map<string, BroadcastLine>();

/**
 * Has a message followed live, into the query cache, until the answer is called. However many follow the same one,
 * there is one line: a browser has six to a server.
 */
export function followBroadcast(cache: QueryClient, id: string, listener: Listener): () => void {
  const line = lines.get(id) ?? new BroadcastLine(cache, id);
  lines.set(id, line);
  line.listeners.add(listener);
  listener(line.isConnected);
  return () => {
    line.listeners.delete(listener);
    if (line.listeners.size > 0) return;
    line.close();
    lines.delete(id);
  };
}

class BroadcastLine {
  readonly listeners = new Set<Listener>();
  isConnected = true;
  readonly #cache: QueryClient;
  readonly #id: string;
  #source: EventSource;
  #again: ReturnType<typeof setTimeout> | undefined;
  #isResting = false;
  #hasMoved = false;

  constructor(cache: QueryClient, id: string) {
    this.#cache = cache;
    this.#id = id;
    this.#source = this.#open();
  }

  /** The last that was heard is still passed on. */
  close(): void {
    clearTimeout(this.#again);
    this.#source.close();
  }

  #open(): EventSource {
    const source = new EventSource(`/api/broadcasts/${this.#id}/events`);
    source.addEventListener('open', () => this.#tell(true));
    source.addEventListener('error', () => {
      this.#tell(false);
      // The browser takes up what broke; after an answer that is no line of events it leaves it at that.
      if (source.readyState !== EventSource.CLOSED) return;
      this.#again = setTimeout(() => {
        this.#source = this.#open();
      }, RETRY);
    });
    source.addEventListener('broadcast', (event) => {
      // The server checks the event against the contract's `broadcast`.
      const broadcast = JSON.parse(event.data) as Broadcast;
      this.#cache.setQueryData(broadcastQuery(this.#id).queryKey, broadcast);
      this.#moved();
    });
    return source;
  }

  #tell(isConnected: boolean): void {
    this.isConnected = isConnected;
    for (const listener of this.listeners) listener(isConnected);
  }

  #moved(): void {
    this.#hasMoved = true;
    if (this.#isResting) return;
    this.#hasMoved = false;
    this.#isResting = true;
    setTimeout(() => {
      this.#isResting = false;
      if (this.#hasMoved) this.#moved();
    }, BETWEEN);
    for (const queryKey of [
      ['deliveries', this.#id],
      ['broadcast-history', this.#id],
      ['faces', this.#id],
      ['appointments'],
      ['communications'],
    ]) {
      void refresh(this.#cache, queryKey);
    }
  }
}
