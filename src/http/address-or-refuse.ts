import type { Account } from '../account/account.ts';
import type { Channel } from '../contract/channel.ts';
import type { Sentence } from '../contract/said.ts';
import { readEmailAddress } from '../platform/email-address.ts';
import { readPhoneNumber } from '../platform/phone-number.ts';
import { HttpProblem } from './problems.ts';

/** An address of a channel in its one form; throws `invalid_input` that names the field where it is none. */
export function addressOrRefuse(
  channel: Channel,
  address: string,
  account: Pick<Account, 'country'>,
): string {
  if (channel === 'email') {
    const read = readEmailAddress(address);
    return 'address' in read ? read.address : refuse(read.problem);
  }
  const read = readPhoneNumber(address, account.country);
  return 'e164' in read ? read.e164 : refuse(read.problem);
}

function refuse(message: Sentence): never {
  throw new HttpProblem('invalid_input', undefined, [{ path: 'address', message }]);
}
