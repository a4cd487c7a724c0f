import { createHmac, timingSafeEqual } from 'node:crypto';

/** Octets of an id and of the signature, which nobody guesses. */
const ID = 16;
const SIGNATURE = 20;

/** Whose message a link stands in. */
export type Unsubscribing = { accountId: string; deliveryId: string };

/** Makes and reads links by which the recipient of a message gets no more. */
export class UnsubscribeLinks {
  readonly #key: Buffer;
  readonly #base: string;

  /** `key` signs; `origin` is the address at which recipients reach this server. */
  constructor(key: Buffer, origin: string) {
    this.#key = key;
    this.#base = `${origin}/u/`;
  }

  /** The link in a message: always the same for the same message, so that it can be recognised. */
  linkOf({ accountId, deliveryId }: Unsubscribing): string {
    const ids = Buffer.from(`${accountId}${deliveryId}`.replaceAll('-', ''), 'hex');
    return this.#base + Buffer.concat([ids, this.#sign(ids)]).toString('base64url');
  }

  /** The link in a preview, which leads nowhere. */
  get example(): string {
    return `${this.#base}preview`;
  }

  /** Whose link it is, by its last part; null where it is none of ours. */
  read(token: string): Unsubscribing | null {
    const octets = Buffer.from(token, 'base64url');
    if (octets.length !== 2 * ID + SIGNATURE) return null;
    const ids = octets.subarray(0, 2 * ID);
    if (!timingSafeEqual(this.#sign(ids), octets.subarray(2 * ID))) return null;
    return { accountId: uuidOf(ids.subarray(0, ID)), deliveryId: uuidOf(ids.subarray(ID)) };
  }

  #sign(ids: Buffer): Buffer {
    return createHmac('sha256', this.#key).update(ids).digest().subarray(0, SIGNATURE);
  }
}

function uuidOf(octets: Buffer): string {
  return octets.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
