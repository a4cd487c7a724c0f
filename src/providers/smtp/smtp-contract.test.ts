import { reply, startMailServer } from '../../../test/support/mail-server.ts';
import { smtpSettings } from '../../contract/provider.ts';
import { systemClock } from '../../platform/clock.ts';
import { behavesAsProvider } from '../provider.contract.ts';
import { SmtpProvider } from './smtp-provider.ts';

const skips = {
  query: 'SMTP has no way to ask for a message once the connection is gone',
  listing: 'SMTP has no list of what was sent',
  uniqueRefs: 'a mail server may answer with no id, or count its ids from the start again',
  receipts: 'SMTP reports no delivery; bounces come as mail',
  lookup: 'a mail server knows no numbers',
};
const mailboxes = {
  takes: 'takes',
  'refuses for good': 'nobody',
  'refuses for now': 'greylisted',
  'takes and breaks off': 'breaks',
};

behavesAsProvider('smtp', ['email'], skips, async () => {
  const server = await startMailServer({
    rcpt: (address) => {
      if (address.startsWith('nobody')) return reply(550, '5.1.1 No such user here');
      return address.startsWith('greylisted') ? reply(451, '4.7.1 Come back later') : null;
    },
    data: (to) => (to.startsWith('breaks') ? 'break' : null),
  });
  const settings = smtpSettings.parse({
    host: '127.0.0.1',
    port: server.port,
    security: 'none',
    fromAddress: 'desk@example.com',
  });
  const provider = new SmtpProvider({ settings, clock: systemClock });
  let people = 0;
  return {
    provider,
    accountId: 'an account',
    address: async (behaviour) => {
      people += 1;
      return `${mailboxes[behaviour]}${people}@example.com`;
    },
    taken: async (reference) =>
      server.mails.filter(({ parsed }) => parsed.messageId === `<${reference}@example.com>`).length,
    receipts: () => [],
    close: async () => {
      await provider.close();
      await server.close();
    },
  };
});
