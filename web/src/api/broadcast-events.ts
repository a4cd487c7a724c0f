import { useThrottledCallback } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Broadcast } from '../../../src/contract/broadcast.ts';
import { broadcastQuery } from './broadcasts.ts';
import { refresh } from './refresh.ts';

const RETRY = 5_000;

/**
 * Follows one message live by server-sent events, into the query cache, for as long as `active`.
 * What else speaks of its deliveries is asked for again as they move, every three seconds at most.
 * Answers whether the line stands; where it does not, it is taken up again by itself.
 */
export function useBroadcastEvents(id: string, active: boolean): boolean {
  const cache = useQueryClient();
  const [connected, setConnected] = useState(true);
  const moved = useThrottledCallback(() => {
    for (const queryKey of [
      ['deliveries', id],
      ['broadcast-history', id],
      ['faces', id],
      ['appointments'],
      ['communications'],
    ]) {
      void refresh(cache, queryKey);
    }
  }, 3_000);
  useEffect(() => {
    if (!active) {
      setConnected(true);
      return;
    }
    const open = () => {
      const source = new EventSource(`/api/broadcasts/${id}/events`);
      source.addEventListener('open', () => setConnected(true));
      source.addEventListener('error', () => {
        setConnected(false);
        // The browser takes up what broke; after an answer that is no line of events it leaves it at that.
        if (source.readyState === EventSource.CLOSED) again = setTimeout(reopen, RETRY);
      });
      source.addEventListener('broadcast', (event) => {
        // The server checks the event against the contract's `broadcast`.
        const broadcast = JSON.parse(event.data) as Broadcast;
        cache.setQueryData(broadcastQuery(id).queryKey, broadcast);
        moved();
      });
      return source;
    };
    const reopen = () => {
      line = open();
    };
    let again: ReturnType<typeof setTimeout> | undefined;
    let line = open();
    return () => {
      clearTimeout(again);
      line.close();
    };
  }, [cache, id, active, moved]);
  return connected;
}
