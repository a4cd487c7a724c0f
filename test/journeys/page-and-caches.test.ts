import { request } from 'node:http';
import { expect, test } from 'vitest';
import { problem } from '../../src/contract/problem.ts';
import { testServer } from '../support/test-server.ts';

const server = await testServer({ page: true });

test('the page is asked for afresh each time, its assets never again, answers are kept nowhere', async () => {
  const page = await get('/outbox');
  expect(page).toMatchObject({ status: 200, cache: 'no-cache' });
  const asset = /\/assets\/[\w-]+\.js/.exec(page.body)?.[0];
  expect(asset).toBeDefined();
  expect((await get(asset ?? '')).cache).toContain('immutable');
  for (const path of ['/api/session', '/api/health']) {
    expect((await get(path)).cache, path).toBe('no-store');
  }
});

test.for([
  '/assets/../index.html',
  '/assets/%2e%2e/index.html',
  '/assets/..%2f..%2fpackage.json',
  '/assets/%00',
  '/assets//x.js',
  '/%2e%2e/package.json',
  '/..%5c..%5cpackage.json',
])('%s leads nowhere', async (path) => {
  const { status, body } = await get(path);
  expect(status).toBe(404);
  expect(problem.parse(JSON.parse(body)).code).toBe('not_found');
});

/** fetch() would tidy the path up before it asks. */
function get(
  path: string,
): Promise<{ status: number | undefined; cache: string | undefined; body: string }> {
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path }, async (response) => {
      let body = '';
      for await (const chunk of response) body += chunk;
      const { statusCode: status, headers } = response;
      resolve({ status, cache: headers['cache-control'], body });
    })
      .on('error', reject)
      .end();
  });
}
