import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useSession } from '../api/session.ts';
import { isBegun } from '../pages/compose/draft.ts';
import { changeDraft, useDraft } from '../pages/compose/draft-store.ts';
import { sentDraft } from '../pages/compose/sent-draft.ts';
import { setJustSent } from './just-sent.ts';

/** Opens what was taken back in Compose again, unless something else is being written by now. */
export function WriteOn({ broadcastId }: { broadcastId: string }) {
  const accountId = useSession().account.id;
  const navigate = useNavigate();
  const draft = sentDraft(broadcastId);
  const isFree = !isBegun(useDraft(accountId));
  if (draft === null || !isFree) return null;
  const writeOn = () => {
    changeDraft(accountId, draft);
    setJustSent(null);
    void navigate({ to: '.', search: (old) => ({ ...old, compose: true }) });
  };
  return (
    <Button variant="default" size="xs" onClick={writeOn}>
      <Trans>Continue writing</Trans>
    </Button>
  );
}
