import type { Channel } from '../contract/channel.ts';

/** A lane with something to do. */
export type DueLane = {
  accountId: string;
  id: string;
  channel: Channel;
  broadcastId: string;
};

/** A delivery under a claim: all that is needed to render and submit it. */
export type ClaimedDelivery = {
  id: string;
  address: string;
  /** Of the recipient. */
  name: string;
  /** The merge fields as they were frozen. */
  fields: unknown;
};

/** An attempt committed as `submitting`; its id is the reference at the provider. */
export type OpenedAttempt = { attemptId: string; deliveryId: string; number: number };

/** An attempt of which nobody knows what became, due to be asked about at the provider that was called. */
export type Doubt = OpenedAttempt & { openedAt: Date; providerId: string };
