import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { followBroadcast } from './broadcast-line.ts';

/**
 * Follows one message live by server-sent events, into the query cache, for as long as `active`.
 * What else speaks of its deliveries is asked for again as they move, every three seconds at most.
 * Answers whether the line stands; where it does not, it is taken up again by itself.
 */
export function useBroadcastEvents(id: string, active: boolean): boolean {
  const cache = useQueryClient();
  const [isConnected, setConnected] = useState(true);
  useEffect(() => {
    if (active) return followBroadcast(cache, id, setConnected);
    setConnected(true);
    return;
  }, [cache, id, active]);
  return isConnected;
}
