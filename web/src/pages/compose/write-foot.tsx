import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useSession } from '../../api/session.ts';
import { listed } from '../../format/count.ts';
import { timeIn } from '../../format/time.ts';
import classes from './compose-dialog.module.css';
import { type Draft, isBlank } from './draft.ts';
import { missingOf } from './draft-request.ts';
import { timeError } from './time-errors.ts';
import type { Compose } from './use-compose.ts';

/** Always in view: whether the draft is kept, what is missing, and the way on. */
export function WriteFoot({ compose, onReview }: { compose: Compose; onReview: () => void }) {
  const { draft, plan, behind, preview, errors } = compose;
  const missing = missingOf(draft);
  const nobody = plan.data !== undefined && plan.data.reached === 0;
  const ready =
    missing.length === 0 &&
    !behind &&
    plan.data !== undefined &&
    !nobody &&
    plan.failure === null &&
    preview.failure === null &&
    timeError(errors) === undefined;
  return (
    <div className={classes.foot}>
      <DraftState compose={compose} />
      <Text size="sm" className={classes.push}>
        {missing.length > 0 && `Still missing: ${listed(missing)}`}
        {missing.length === 0 && nobody && !behind && 'Nobody would get this'}
      </Text>
      <Button onClick={onReview} disabled={!ready} loading={missing.length === 0 && behind}>
        Review
      </Button>
    </div>
  );
}

function DraftState({ compose }: { compose: Compose }) {
  const { draft, change, discard } = compose;
  const { timeZone } = useSession().account;
  const [thrownAway, setThrownAway] = useState<Draft | null>(null);
  if (!isBlank(draft)) {
    const throwAway = () => {
      setThrownAway(draft);
      discard();
    };
    const saved = draft.savedAt && new Date(draft.savedAt).toISOString();
    return (
      <>
        {saved && (
          <Text size="sm" c="dimmed">
            Draft saved {timeIn(timeZone, saved)}
          </Text>
        )}
        <Button variant="subtle" color="gray" size="xs" onClick={throwAway}>
          Discard
        </Button>
      </>
    );
  }
  if (thrownAway === null) return null;
  return (
    <>
      <Text size="sm" c="dimmed">
        Draft thrown away
      </Text>
      <Button variant="subtle" size="xs" onClick={() => change(thrownAway)}>
        Bring it back
      </Button>
    </>
  );
}
