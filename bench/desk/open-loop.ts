import { Agent, get } from 'node:http';

/** Milliseconds from when a request was due to the last byte of its answer. */
export type Asked = { name: string; milliseconds: number };

/**
 * Asks one path after another, so many a second, whether or not those before have been answered: an
 * answer that keeps others waiting is counted with theirs. Compressed, as a browser asks; each must be a 200.
 */
export async function openLoop(
  url: string,
  cookie: string,
  requests: readonly { name: string; path: string }[],
  perSecond: number,
): Promise<Asked[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const start = performance.now();
  const asked = requests.map(async ({ name, path }, n) => {
    const due = start + (n * 1_000) / perSecond;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    await fetched(agent, new URL(path, url), cookie);
    return { name, milliseconds: performance.now() - due };
  });
  try {
    return await Promise.all(asked);
  } finally {
    agent.destroy();
  }
}

function fetched(agent: Agent, url: URL, cookie: string): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { cookie, 'accept-encoding': 'gzip' } }, (response) => {
      response.resume().once('error', reject);
      response.once('end', () =>
        response.statusCode === 200
          ? resolve()
          : reject(new Error(`${url} answered ${response.statusCode}`)),
      );
    }).once('error', reject);
  });
}
