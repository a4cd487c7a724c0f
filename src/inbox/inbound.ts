import type { Channel } from '../contract/channel.ts';

/** An answer that was taken in. */
export type Inbound = {
  id: string;
  channel: Channel;
  /** Who wrote: E.164, or a mailbox. */
  address: string;
  /** Which number or mailbox of ours they wrote to; empty where that is not known. */
  sentTo: string;
  text: string;
};
