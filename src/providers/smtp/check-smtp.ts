import type { ConnectionOptions } from 'node:tls';
import type { SmtpSettings } from '../../contract/provider.ts';
import { openConnection } from './open-connection.ts';
import { failedSend, type SmtpError } from './smtp-failure.ts';

/** Milliseconds for the whole check. */
const patience = 20_000;

/**
 * Whether the server answers, goes over to TLS and lets us in, without sending anything; else a
 * sentence for whoever filled in the settings.
 */
export async function checkSmtp(
  settings: SmtpSettings,
  tls?: ConnectionOptions,
): Promise<{ ok: true } | { problem: string }> {
  try {
    const withTls = { ...settings, ...(tls ? { tls } : {}) };
    const connection = await openConnection(withTls, AbortSignal.timeout(patience));
    connection.quit();
    return { ok: true };
  } catch (error) {
    // openConnection rejects with nothing but the client's errors.
    return { problem: sentence(settings, error as SmtpError) };
  }
}

function sentence({ host, port, security }: SmtpSettings, error: SmtpError): string {
  const { answer } = failedSend(error, false);
  const server = `${host}:${port}`;
  if (error.code === 'EDNS') return `There is no server named ${host}; check its name.`;
  if (error.code === 'EAUTH')
    return `${server} did not accept the user name and password. It said: ${answer}`;
  if (error.code === 'ETLS' || /CERT|SSL|TLS|SELF_SIGNED/.test(error.originalCode ?? ''))
    return `The connection to ${server} could not be encrypted by ${security}. It said: ${answer}`;
  if (error.responseCode) return `${server} refused the connection. It said: ${answer}`;
  return `${server} does not answer; check name, port and firewall. It said: ${answer}`;
}
