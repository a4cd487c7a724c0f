import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { Server } from './context.ts';
import { HttpProblem } from './problems.ts';

/**
 * Serves the built page: its assets have their hash in the name and never change; every other path
 * that is not the API's gets index.html, which finds its way by itself.
 */
export async function servePage(server: Server, folder: string): Promise<void> {
  await server.register(fastifyStatic, {
    root: join(folder, 'assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
  });
  await server.register(fastifyStatic, {
    root: folder,
    serve: false,
    decorateReply: false,
  });
  const index = { schema: { hide: true } };
  server.get('/*', index, (request, reply) => {
    if (request.url.startsWith('/api/') || /\.\w+$/.test(request.url.split('?')[0] ?? '')) {
      throw new HttpProblem('not_found', {
        text: /*i18n*/ 'Nothing answers {method} {path}.',
        values: { method: request.method, path: request.url },
      });
    }
    // It names the assets of its version, so it may not outlive an upgrade in a browser's cache.
    return reply
      .header('cache-control', 'no-cache')
      .sendFile('index.html', folder, { cacheControl: false });
  });
}
