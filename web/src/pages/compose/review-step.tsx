import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { codeOf } from '../../api/failure.ts';
import { useSession } from '../../api/session.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { locale } from '../../format/locale.ts';
import { sendingInWords } from '../../wording/channels.ts';
import { sendFailureInWords } from '../../wording/failures.ts';
import { waysInWords } from '../../wording/ways.ts';
import { CarrierCount } from './carrier-count.tsx';
import classes from './compose-dialog.module.css';
import { CostNote } from './cost-note.tsx';
import { CountField, isCount } from './count-field.tsx';
import { recipientsInWords } from './draft-recipients.ts';
import { PlanWarnings } from './plan-warnings.tsx';
import { PreviewPane } from './preview-pane.tsx';
import { QuietChoice } from './quiet-choice.tsx';
import type { Compose } from './use-compose.ts';
import { waysOf } from './ways.ts';
import { whenItGoes } from './when-it-goes.ts';
import { WhoGetsWhat } from './who-gets-what.tsx';

/** The last look before it goes: how many, when, what, and who does not get it. */
export function ReviewStep({ compose, onBack }: { compose: Compose; onBack: () => void }) {
  const { t } = useLingui();
  const { draft, change, plan, sendFailure, sending, submit, behind } = compose;
  const { timeZone } = useSession().account;
  const [typed, setTyped] = useState('');
  if (!plan.data) return <WhoGetsWhat compose={compose} open />;
  const { deliveries, smsSegments, reached, wantsCount, quietWait } = plan.data;
  const doing = sendingInWords(plan.data);
  // After a colon; not what begins with a name in capitals, as SMS.
  const whatIsDone = doing.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) =>
    letter.toLocaleLowerCase(locale),
  );
  const recipients = draft.recipients && recipientsInWords(draft.recipients);
  return (
    <>
      <div className={classes.columns}>
        <Stack gap="md">
          <div>
            <Title order={2}>{doing}</Title>
            {whenItGoes(plan.data, draft, timeZone).map((sentence) => (
              <Text key={sentence}>{sentence}</Text>
            ))}
            {recipients && (
              <Text>
                <Trans comment="To: 12 who got “Clinic closed”">To {recipients}</Trans>
              </Text>
            )}
            {smsSegments && deliveries.sms > 0 && <CarrierCount segments={smsSegments} />}
          </div>
          {quietWait && (
            <QuietChoice isIgnored={draft.isLoud} onChange={(isLoud) => change({ isLoud })} />
          )}
          <PlanWarnings plan={plan.data} />
          <CostNote cost={plan.data.cost} />
          <WhoGetsWhat compose={compose} open />
          {waysInWords(waysOf(draft)).map((sentence) => (
            <Text key={sentence}>{sentence}</Text>
          ))}
          {wantsCount && <CountField people={reached} typed={typed} onChange={setTyped} />}
          {sendFailure && (
            <FailureNotice failure={sendFailure} words={sendFailureInWords(sendFailure)} />
          )}
          {sendFailure && codeOf(sendFailure) === 'key_reused' && (
            <Group>
              <Button variant="default" onClick={() => change({ key: crypto.randomUUID() })}>
                <Trans>It is another message: let me send it</Trans>
              </Button>
            </Group>
          )}
        </Stack>
        <section className={classes.stack} aria-label={t({ message: 'Preview', context: 'noun' })}>
          <PreviewPane compose={compose} />
        </section>
      </div>
      <div className={classes.foot}>
        <Button variant="default" onClick={onBack} disabled={sending}>
          <Trans context="button: to the step before">Back</Trans>
        </Button>
        <Button
          onClick={() => submit(wantsCount ? reached : undefined)}
          loading={sending || behind}
          disabled={wantsCount && !isCount(typed, reached)}
          data-autofocus
        >
          {draft.later
            ? t({ message: `Schedule: ${whatIsDone}`, comment: 'Schedule: text 34 people, call 4' })
            : doing}
        </Button>
      </div>
    </>
  );
}
