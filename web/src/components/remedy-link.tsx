import { Trans } from '@lingui/react/macro';
import type { FailureReason } from '../../../src/contract/outcome.ts';
import type { ExclusionReason } from '../../../src/contract/plan.ts';
import { useSession } from '../api/session.ts';
import { settingsOf } from '../wording/remedy-settings.ts';
import { TextLink } from './text-link.tsx';

/** Leads whoever may change it to the setting by which somebody was left out. */
export function RemedyLink({ reason }: { reason: ExclusionReason | FailureReason }) {
  const { role } = useSession();
  const part = settingsOf(reason);
  if (part === null || role !== 'owner') return null;
  return (
    <TextLink to="/settings" hash={part} underline="always">
      <Trans>Change it in Settings</Trans>
    </TextLink>
  );
}
