import type { SetupRequest } from '../contract/setup.ts';
import type { Reached } from './reach-server.ts';
import { refusalOf } from './refusal-of.ts';

/** Where each field of the setup comes from. */
const OPTIONS: Readonly<Record<keyof Omit<SetupRequest, 'token'>, string>> = {
  ownerName: '--name',
  email: '--email',
  password: 'HEADSUP_PASSWORD',
  accountName: '--account',
  country: '--country',
  timeZone: '--time-zone',
};

/** Makes the owner and the account without a browser, for scripts. */
export async function init(
  { api }: Reached,
  request: Omit<SetupRequest, 'token'>,
  say: (line: string) => void,
): Promise<number> {
  const { token } = await api.post<{ token: string }>('/api/setup/token', {});
  try {
    await api.post('/api/setup', { ...request, token });
  } catch (error) {
    throw refusalOf(error, OPTIONS);
  }
  say(`${request.accountName} is ready; ${request.email} is its owner and can sign in.`);
  return 0;
}
