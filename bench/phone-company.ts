import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A provider that takes messages over HTTP, in this process. */
export type PhoneCompany = {
  url: string;
  /** When the next message comes, as performance.now() tells it. */
  next(): Promise<number>;
  stop(): Promise<void>;
};

/** Starts one on a free port of this machine. */
export async function startPhoneCompany(): Promise<PhoneCompany> {
  let told: (at: number) => void = () => undefined;
  const server = createServer((request, response) => {
    told(performance.now());
    request.resume().on('end', () => response.end('ok'));
  });
  server.keepAliveTimeout = 600_000;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server that listens on TCP has an address of this shape.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/messages`,
    next: () =>
      new Promise((resolve) => {
        told = resolve;
      }),
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
