import { i18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { DeliveryRow } from '../../../../src/contract/delivery.ts';
import { channelNoun } from '../../wording/channels.ts';

/** Of a message that was sent because one by another way had failed. */
const instead = {
  sms: msg`Text instead`,
  email: msg`Email instead`,
  voice: msg`Call instead`,
} as const;

/** By what a message goes to somebody; the address follows. */
export function wayInWords({ channel, insteadOf }: DeliveryRow): string {
  return insteadOf === null ? channelNoun(channel) : i18n._(instead[channel]);
}
