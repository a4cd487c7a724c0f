import { useLingui } from '@lingui/react/macro';
import { Modal } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useCompact } from '../../components/use-compact.ts';
import { useFocusReturn } from '../../components/use-focus-return.ts';
import { TourLine } from '../../tour/tour-line.tsx';
import classes from './compose-dialog.module.css';
import { DraftState } from './draft-state.tsx';
import { ReplacesNote } from './replaces-note.tsx';
import { ReviewStep } from './review-step.tsx';
import { timeError } from './time-errors.ts';
import { useCompose } from './use-compose.ts';
import { WriteStep } from './write-step.tsx';

/** Writes one message to many and sends it: a large dialog on a desk, the whole page on a phone. */
export function ComposeDialog() {
  const { t } = useLingui();
  const compose = useCompose();
  const compact = useCompact();
  useFocusReturn();
  const [reviewing, setReviewing] = useState(false);
  // What is wrong with a field is mended where the field is.
  const atField =
    timeError(compose.errors) !== undefined ||
    [...compose.errors.keys()].some((path) => path.startsWith('content'));
  useEffect(() => {
    if (atField) setReviewing(false);
  }, [atField]);
  const review = reviewing && !atField;
  const title = compose.draft.replaces ? t`Edit the scheduled message` : t`New message`;
  return (
    <Modal.Root
      opened
      onClose={compose.close}
      size="68rem"
      fullScreen={compact}
      centered
      padding={0}
      transitionProps={{ transition: 'fade', duration: 120 }}
    >
      <Modal.Overlay />
      <Modal.Content className={classes.content ?? ''}>
        <Modal.Header className={classes.header ?? ''}>
          <Modal.Title>
            {review ? t({ message: 'Review', context: 'title: the last look' }) : title}
          </Modal.Title>
          {!review && <DraftState compose={compose} />}
          <Modal.CloseButton aria-label={t`Close`} />
        </Modal.Header>
        <Modal.Body className={classes.body ?? ''}>
          <TourLine />
          <ReplacesNote draft={compose.draft} />
          {review ? (
            <ReviewStep compose={compose} onBack={() => setReviewing(false)} />
          ) : (
            <WriteStep compose={compose} onReview={() => setReviewing(true)} />
          )}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
