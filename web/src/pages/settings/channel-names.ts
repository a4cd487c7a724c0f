import { msg } from '@lingui/core/macro';

/** The channels as choices, each for all of its messages. */
export const channelNames = {
  sms: msg({ message: 'Texts', context: 'by SMS' }),
  email: msg`Emails`,
  voice: msg({ message: 'Calls', context: 'by phone' }),
} as const;
