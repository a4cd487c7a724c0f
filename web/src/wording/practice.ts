import { t } from '@lingui/core/macro';
import type { Channel } from '../../../src/contract/channel.ts';
import { channelOrder } from './channels.ts';

/** What does not leave this machine, for the banner; null where everything is real. */
export function practiceInWords(practice: readonly Channel[]): string | null {
  switch (channelOrder.filter((channel) => practice.includes(channel)).join('+')) {
    case '':
      return null;
    case 'sms':
      return t`Practice mode: texts do not leave this machine. Email and calls are real.`;
    case 'email':
      return t`Practice mode: email does not leave this machine. Texts and calls are real.`;
    case 'voice':
      return t`Practice mode: calls do not leave this machine. Texts and email are real.`;
    case 'sms+email':
      return t`Practice mode: texts and email do not leave this machine. Calls are real.`;
    case 'sms+voice':
      return t`Practice mode: texts and calls do not leave this machine. Email is real.`;
    case 'email+voice':
      return t`Practice mode: email and calls do not leave this machine. Texts are real.`;
    default:
      return t`Practice mode: nothing leaves this machine.`;
  }
}
