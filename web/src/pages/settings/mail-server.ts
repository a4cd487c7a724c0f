import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { ProviderRequest, SmtpSettings } from '../../../../src/contract/provider.ts';

/** A mail server as it is typed in. */
type MailServer = Omit<SmtpSettings, 'port'> & { port: string };

/** How the way to it is kept from being read (RFC 3207, RFC 8314). */
export const securities: readonly {
  value: SmtpSettings['security'];
  label: MessageDescriptor;
}[] = [
  { value: 'starttls', label: msg`STARTTLS` },
  { value: 'tls', label: msg`TLS from the start` },
  { value: 'none', label: msg`None (own network only)` },
];

/** The usual port of each. */
export const portOf: Readonly<Record<SmtpSettings['security'], string>> = {
  starttls: '587',
  tls: '465',
  none: '25',
};

/** Nothing typed yet. */
export const emptyMailServer: MailServer = {
  host: '',
  port: portOf.starttls,
  security: 'starttls',
  user: '',
  password: '',
  fromAddress: '',
  fromName: '',
};

/** What is asked of the server; the provider is named after its host. */
export function mailServerRequest(server: MailServer): ProviderRequest {
  const host = server.host.trim();
  return { kind: 'smtp', name: host, smtp: { ...server, host, port: Number(server.port) } };
}
