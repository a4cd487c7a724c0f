import type { SetupRequest } from '../contract/setup.ts';
import type { Reached } from './reach-server.ts';

/** Makes the owner and the account without a browser, for scripts. */
export async function init(
  { api }: Reached,
  request: Omit<SetupRequest, 'token'>,
  say: (line: string) => void,
): Promise<number> {
  const { token } = await api.post<{ token: string }>('/api/setup/token', {});
  await api.post('/api/setup', { ...request, token });
  say(`${request.accountName} is ready; ${request.email} is its owner and can sign in.`);
  return 0;
}
