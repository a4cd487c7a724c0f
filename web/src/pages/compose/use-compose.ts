import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useSend } from '../../api/broadcasts.ts';
import { failureOrNull } from '../../api/failure.ts';
import { planQuery, previewQuery } from '../../api/plans.ts';
import { useSession } from '../../api/session.ts';
import { now } from '../../clock.ts';
import { setJustSent } from '../../sending/just-sent.ts';
import { fieldErrors } from '../../wording/failures.ts';
import { emptySelection } from '../appointments/selection.ts';
import { setSelection } from '../appointments/selection-store.ts';
import type { Draft } from './draft.ts';
import {
  broadcastRequestOf,
  planRequestOf,
  previewRequestOf,
  undoSeconds,
} from './draft-request.ts';
import { changeDraft, clearDraft, discardDraft, useDraft } from './draft-store.ts';
import { laterInWords } from './later-in-words.ts';
import { keepSentDraft } from './sent-draft.ts';
import { withTimeErrors } from './time-errors.ts';

/** All that Compose knows: the draft, what the server says of it, and how it is sent. */
export function useCompose() {
  const accountId = useSession().account.id;
  const navigate = useNavigate();
  const draft = useDraft(accountId);
  const [settled] = useDebouncedValue(draft, 350);
  const [index, setIndex] = useState(0);

  const plan = useQuery(planQuery(useMemo(() => planRequestOf(settled), [settled])));
  const previewRequest = useMemo(() => {
    const request = previewRequestOf(settled);
    return request && { ...request, index };
  }, [settled, index]);
  const preview = useQuery(previewQuery(previewRequest));
  const send = useSend();

  const planFailure = failureOrNull(plan.error);
  const previewFailure = failureOrNull(preview.error);
  const sendFailure = failureOrNull(send.error);
  const isEachOwn = draft.later?.zone === 'recipient';
  const errors = useMemo(
    () =>
      withTimeErrors(
        new Map([
          ...fieldErrors(planFailure),
          ...fieldErrors(previewFailure),
          ...fieldErrors(sendFailure),
        ]),
        sendFailure,
        isEachOwn,
      ),
    [planFailure, previewFailure, sendFailure, isEachOwn],
  );

  const close = () => void navigate({ to: '.', search: (old) => ({ ...old, compose: undefined }) });
  const change = (part: Partial<Draft>) => {
    if (send.error) send.reset();
    // Other people: the one in the preview may not be among them.
    const parts = [
      'people',
      'contacts',
      'tags',
      'groups',
      'recipients',
      'channels',
      'fallback',
      'callOnly',
      'ticked',
      'copyMode',
    ] as const;
    if (parts.some((name) => name in part)) setIndex(0);
    changeDraft(accountId, part);
  };
  const submit = (confirmCount?: number) => {
    const written = broadcastRequestOf(draft);
    if (written === null || send.isPending || !plan.data) return;
    const { reached, deliveries, quietWait } = plan.data;
    const request = {
      ...written,
      ...(confirmCount === undefined ? {} : { confirmCount }),
      ...(quietWait && draft.isLoud ? { ignoreQuietHours: true } : {}),
    };
    send.mutate(
      { key: draft.key, request },
      {
        onSuccess: (broadcast) => {
          setJustSent({
            broadcastId: broadcast.id,
            title: broadcast.title,
            people: reached,
            messages: deliveries.sms + deliveries.email + deliveries.voice,
            undoUntil: now() + undoSeconds * 1_000,
            scheduledFor: draft.later ? laterInWords(draft.later) : null,
          });
          keepSentDraft({ broadcastId: broadcast.id, draft });
          clearDraft(accountId);
          setSelection(emptySelection);
          close();
        },
      },
    );
  };
  return {
    draft,
    change,
    discard: () => discardDraft(accountId),
    close,
    plan: {
      data: planRequestOf(draft) ? plan.data : undefined,
      failure: planFailure,
      again: () => void plan.refetch(),
    },
    preview: {
      data: previewRequest ? preview.data : undefined,
      failure: previewFailure,
      again: () => void preview.refetch(),
    },
    index,
    setIndex,
    /** The plan does not yet speak of the draft as it stands. */
    behind: settled !== draft || plan.isFetching,
    errors,
    submit,
    sending: send.isPending,
    sendFailure,
  };
}

/** Compose as its parts have it. */
export type Compose = ReturnType<typeof useCompose>;
