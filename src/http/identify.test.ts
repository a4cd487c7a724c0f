import type { HTTPMethods, RouteOptions } from 'fastify';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createLog } from '../platform/log.ts';
import type { HttpContext } from './context.ts';
import { refuseUnguarded } from './identify.ts';
import { createServer } from './server.ts';

/** Every route with who may call it, and a way to call; nothing that a route works with is there. */
async function openServer() {
  // Only what identify() itself asks for: a call that got past it would fail on the rest.
  const context = { localToken: 'the machine’s' } as HttpContext;
  const server = await createServer(context, {
    host: '127.0.0.1',
    publicUrl: null,
    log: createLog('silent'),
    checkAnswers: false,
    pageFolder: null,
    secure: false,
  });
  onTestFinished(() => server.close());
  await server.ready();
  return server;
}

/** Method and path of every route of the API, by Fastify's own list. */
async function apiRoutes(): Promise<{ method: HTTPMethods; url: string }[]> {
  const server = await openServer();
  const { paths = {} } = server.swagger();
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.keys(operations ?? {}).map((method) => ({
      // OpenAPI names operations by the method, in lower case.
      method: method.toUpperCase() as HTTPMethods,
      url: path.replaceAll(/\{\w+\}/g, '00000000-0000-7000-8000-000000000000'),
    })),
  );
}

/** Those that answer a stranger. */
const OPEN = [
  'GET /api/countries',
  'GET /api/health',
  'GET /api/setup',
  'POST /api/setup',
  'POST /api/session',
];

describe('who may call', () => {
  test('a route that does not say it cannot be added', () => {
    const route: RouteOptions = { method: 'GET', url: '/api/secrets', handler: () => null };
    expect(() => refuseUnguarded(route)).toThrow('GET /api/secrets does not say who may call it');
    expect(() => refuseUnguarded({ ...route, config: { allow: 'read' } })).not.toThrow();
  });

  test('every route is closed to a stranger, but those that are open by name', async () => {
    const server = await openServer();
    const closed = (await apiRoutes()).filter(
      ({ method, url }) => !OPEN.includes(`${method} ${url}`),
    );
    expect(closed.length).toBeGreaterThan(20);
    for (const { method, url } of closed) {
      const answer = await server.inject({ method, url });
      expect([401, 403], `${method} ${url}`).toContain(answer.statusCode);
    }
  });

  test.each([
    ['POST', '/%61pi/setup/token'],
    ['POST', '/api/setup%2Ftoken'],
    ['POST', '/api//setup/token'],
    ['GET', '/%61%70%69/machine'],
    ['GET', '/api/machine?'],
    ['GET', '/api/./machine'],
  ] as const)('%s %s is no way around it', async (method, url) => {
    const server = await openServer();
    const answer = await server.inject({ method, url });
    expect([401, 403, 404]).toContain(answer.statusCode);
  });

  test('the machine’s token opens what is the machine’s, another does not', async () => {
    const server = await openServer();
    const statusFor = async (authorization: string) =>
      (await server.inject({ url: '/api/machine', headers: { authorization } })).statusCode;
    expect(await statusFor('Bearer the machine’s')).toBe(200);
    expect(await statusFor('Bearer another')).toBe(403);
  });
});
