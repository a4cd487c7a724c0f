import type { AddressInfo } from 'node:net';
import type { Server } from '../http/context.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Role } from './worker.ts';

/** Milliseconds between two looks for connections that have become idle. */
const IDLE_LOOK = 100;

/** Listens; throws a Refusal where the port is taken or not allowed. `port` is the one it got. */
export async function startApi(
  server: Server,
  host: string,
  port: number,
): Promise<Role & { port: number }> {
  try {
    await server.listen({ host, port });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'EADDRINUSE') {
      throw new Refusal(
        `Port ${port} of ${host} is taken by another program: stop that one, or choose another by PORT=8081 npm start.`,
      );
    }
    if (['EACCES', 'EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN', 'EINVAL'].includes(code)) {
      throw new Refusal(
        `Headsup cannot listen on ${host}:${port} (${code}): choose another by HOST and PORT, such as HOST=127.0.0.1 PORT=8080.`,
      );
    }
    throw error;
  }
  // A server that listens on TCP has an address of this shape.
  const address = server.server.address() as AddressInfo;
  return { port: address.port, stop: () => close(server) };
}

/**
 * Answers what was asked and closes. A connection that was busy when closing began is idle after its
 * answer, and would be kept for the client's next question.
 */
async function close(server: Server): Promise<void> {
  const timer = setInterval(() => server.server.closeIdleConnections(), IDLE_LOOK);
  await server.close().finally(() => clearInterval(timer));
}
