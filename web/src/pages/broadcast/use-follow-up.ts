import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Content } from '../../../../src/contract/content.ts';
import { attachmentQuery } from '../../api/attachments.ts';
import type { Draft } from '../compose/draft.ts';
import type { DraftFile } from '../compose/draft-media.ts';
import { filesOfRequest } from '../compose/draft-of-request.ts';
import type { DraftRecipients } from '../compose/draft-recipients.ts';
import { useOpenCompose } from '../compose/use-open-compose.ts';

type FollowUp = {
  recipients: DraftRecipients;
  /** What the message begins with, by the files of the earlier one. */
  begin: (files: ReadonlyMap<string, DraftFile>) => Partial<Draft>;
};

/** Opens Compose for recipients of a message, once it is known which files that has. */
export function useFollowUp(content: Content) {
  const cache = useQueryClient();
  const openCompose = useOpenCompose();
  return useMutation({
    mutationFn: async ({ recipients, begin }: FollowUp) => {
      const files = await Promise.all(
        filesOfRequest({ content }).map((id) => cache.fetchQuery(attachmentQuery(id))),
      );
      openCompose({ recipients, begin: begin(new Map(files.map((file) => [file.id, file]))) });
    },
  });
}
