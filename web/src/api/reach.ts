import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Broadcast } from '../../../src/contract/broadcast.ts';
import type { Reach } from '../../../src/contract/reach.ts';
import { call } from './call.ts';
import { orThrow } from './failure.ts';

/** Whom a message reached; asked again when its counts have changed. */
export const reachQuery = ({ id, counts }: Broadcast) =>
  queryOptions({
    queryKey: ['reach', id, counts],
    queryFn: async ({ signal }) =>
      orThrow(await call<Reach>('GET', `/broadcasts/${id}/reach`, { signal })),
    placeholderData: keepPreviousData,
  });
