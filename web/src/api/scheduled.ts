import { useMutation } from '@tanstack/react-query';
import type { Broadcast } from '../../../src/contract/broadcast.ts';
import type { SendLater } from '../../../src/contract/timing.ts';
import type { WrittenAgain } from '../../../src/contract/written-again.ts';
import { useBroadcastChanged } from './broadcasts.ts';
import { call } from './call.ts';
import { orThrow } from './failure.ts';

/** Has a scheduled message go out at another time, or (null) now. */
export function useMove(id: string) {
  const changed = useBroadcastChanged();
  return useMutation({
    mutationFn: async (sendLater: SendLater | null) =>
      orThrow(await call<Broadcast>('PUT', `/broadcasts/${id}/send-time`, { json: { sendLater } })),
    onSuccess: changed,
  });
}

/** How fast a message goes, in messages a minute; null: as fast as it goes. */
export function useSpeed(id: string) {
  const changed = useBroadcastChanged();
  return useMutation({
    mutationFn: async (perMinute: number | null) =>
      orThrow(await call<Broadcast>('PUT', `/broadcasts/${id}/speed`, { json: { perMinute } })),
    onSuccess: changed,
  });
}

/** What a message was made of, to write it anew. */
export async function fetchWritten(id: string): Promise<WrittenAgain> {
  return orThrow(await call<WrittenAgain>('GET', `/broadcasts/${id}/request`));
}
