import type { MergeConstants } from '../../src/message/merge-constants.ts';

/** Of a clinic in New York that has given everything. */
export const testConstants: MergeConstants = {
  account: {
    name: 'Hill Street Clinic',
    phone: '+12125550100',
    email: 'desk@hillstreet.example',
    address: '12 Hill Street',
    website: 'hillstreet.example',
    language: 'en',
    country: 'US',
  },
  user: { name: 'Sam Keller', first_name: 'Sam', email: 'sam@hillstreet.example' },
};
