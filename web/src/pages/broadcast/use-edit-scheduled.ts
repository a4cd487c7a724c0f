import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Broadcast } from '../../../../src/contract/broadcast.ts';
import type { WrittenAgain } from '../../../../src/contract/written-again.ts';
import { attachmentQuery } from '../../api/attachments.ts';
import { broadcastQuery } from '../../api/broadcasts.ts';
import { reachQuery } from '../../api/reach.ts';
import { fetchWritten } from '../../api/scheduled.ts';
import { useSession } from '../../api/session.ts';
import { draftOfRequest, filesOfRequest, type LookedUp } from '../compose/draft-of-request.ts';
import { changeDraft, draftOf } from '../compose/draft-store.ts';

/** Opens Compose with the content, audience and time of a scheduled message; with what was changed of it already. */
export function useEditScheduled(broadcast: Broadcast) {
  const accountId = useSession().account.id;
  const cache = useQueryClient();
  const navigate = useNavigate();
  const formerOf = async ({ audience }: WrittenAgain['request']): Promise<LookedUp['former']> => {
    const { recipients } = audience;
    if (!recipients) return null;
    const earlier = await cache.fetchQuery(broadcastQuery(recipients.broadcastId));
    const { people } = await cache.fetchQuery(reachQuery(earlier));
    const sum = recipients.outcomes.reduce((total, outcome) => total + people[outcome], 0);
    return { title: earlier.title, people: sum };
  };
  return useMutation({
    mutationFn: async () => {
      if (draftOf(accountId).replaces?.id === broadcast.id) return;
      const written = await fetchWritten(broadcast.id);
      const files = await Promise.all(
        filesOfRequest(written.request).map((id) => cache.fetchQuery(attachmentQuery(id))),
      );
      const lookedUp = {
        files: new Map(files.map((file) => [file.id, file])),
        former: await formerOf(written.request),
      };
      changeDraft(accountId, draftOfRequest(broadcast, written, lookedUp));
    },
    onSuccess: () => navigate({ to: '.', search: (old) => ({ ...old, compose: true }) }),
  });
}
