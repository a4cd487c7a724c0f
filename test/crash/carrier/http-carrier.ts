import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { dice } from '../dice.ts';
import { personAt } from '../people.ts';
import { Book } from './book.ts';
import type { Carrier } from './carrier.ts';
import { delayOf, type Fault, faultOf } from './fault.ts';
import { LISTING_LAG, PATIENCE, WINDOW } from './http-limits.ts';
import { MessageList } from './message-list.ts';

const sent = z.object({ to: z.string(), body: z.string() });

/** Starts the carrier over HTTP on a free port of this machine: POST /messages, and GET /messages to ask. */
export async function startHttpCarrier(settings: {
  seed: number;
  lostReplies: number;
}): Promise<Carrier> {
  const book = new Book('sms');
  let glances = 0;
  const list = new MessageList(() => {
    glances += 1;
    return dice(settings.seed, 'glance', glances) < 0.3;
  });
  const tries = new Map<string, number>();
  const server = createServer((request, response) => {
    const answered = request.method === 'POST' ? take(request, response) : tell(request, response);
    answered.catch(() => response.destroy());
  });
  // Closing an idle connection just as the next request comes would lose replies that nobody asked to lose.
  server.keepAliveTimeout = 600_000;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server that listens on TCP has an address of this shape.
  const { port } = server.address() as AddressInfo;

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { to, body } = sent.parse(JSON.parse(await textOf(request)));
    const person = personAt('sms', to) ?? 0;
    const count = (tries.get(to) ?? 0) + 1;
    tries.set(to, count);
    const fault = faultOf(settings, person, count);
    const delay = delayOf(settings.seed, person, count);
    await sleep(delay / 2);
    // Whoever sent it may be gone by now: it is taken all the same.
    const id = isTaken(fault) ? keep(to, body, dice(settings.seed, 'lag', person, count)) : null;
    if (id !== null && fault !== 'none') book.repliesLost += 1;
    await sleep(fault === 'late' ? PATIENCE + 500 : delay / 2);
    answer(response, fault, id);
  }

  function keep(to: string, body: string, lag: number): string {
    const id = randomUUID();
    book.take(to, body);
    list.add({ id, to, body }, Date.now(), LISTING_LAG * lag);
    return id;
  }

  async function tell(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { searchParams } = new URL(request.url ?? '/', 'http://carrier');
    const word = (name: string) => searchParams.get(name) ?? '';
    await sleep(20);
    say(response, 200, list.page(word('to'), word('day'), Number(word('page')), Date.now()));
  }

  return {
    channel: 'sms',
    book,
    provider: { kind: 'pretend-http', settings: { url: `http://127.0.0.1:${port}/messages` } },
    window: WINDOW,
    canBeAsked: true,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

function isTaken(fault: Fault): boolean {
  return ['none', 'cut', 'late', 'broken'].includes(fault);
}

/** HTTP status by fault; null where the connection breaks instead. */
const STATUS: Readonly<Record<Fault, number | null>> = {
  none: 201,
  late: 201,
  refused: 400,
  throttled: 429,
  away: 503,
  broken: 500,
  cut: null,
  'cut before': null,
};

function answer(response: ServerResponse, fault: Fault, id: string | null): void {
  const status = STATUS[fault];
  if (status === null) response.destroy();
  else say(response, status, { id }, status === 429 ? { 'retry-after': '1' } : {});
}

function say(
  response: ServerResponse,
  status: number,
  body: object,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  return text;
}
