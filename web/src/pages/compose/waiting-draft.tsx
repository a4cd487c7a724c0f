import { Trans, useLingui } from '@lingui/react/macro';
import { Anchor, Text } from '@mantine/core';
import classes from '../appointments/notice.module.css';
import type { Draft } from './draft.ts';
import { draftInWords } from './draft-in-words.ts';
import { useOpenCompose } from './use-open-compose.ts';

/** Says that a message was begun and not sent, and opens it as it was left. */
export function WaitingDraft({ draft }: { draft: Draft }) {
  const { t } = useLingui();
  const openCompose = useOpenCompose();
  return (
    <section className={classes.notice} aria-label={t({ message: 'Draft', context: 'noun' })}>
      <Text size="sm">{draftInWords(draft)}</Text>
      <Anchor component="button" size="sm" onClick={() => openCompose({})}>
        <Trans>Continue writing</Trans>
      </Anchor>
    </section>
  );
}
