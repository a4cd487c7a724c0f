import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { codeOf } from '../../api/failure.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { count, counted } from '../../format/count.ts';
import { sendingInWords } from '../../wording/channels.ts';
import { sendFailureInWords } from '../../wording/failures.ts';
import { waysInWords } from '../../wording/ways.ts';
import classes from './compose-dialog.module.css';
import { CostNote } from './cost-note.tsx';
import { CountField, isCount } from './count-field.tsx';
import { recipientsInWords } from './draft-recipients.ts';
import { undoSeconds } from './draft-request.ts';
import { laterInWords } from './later-in-words.ts';
import { PreviewPane } from './preview-pane.tsx';
import { QuietChoice } from './quiet-choice.tsx';
import type { Compose } from './use-compose.ts';
import { waysOf } from './ways.ts';
import { WhoGetsWhat } from './who-gets-what.tsx';

/** The last look before it goes: how many, when, what, and who does not get it. */
export function ReviewStep({ compose, onBack }: { compose: Compose; onBack: () => void }) {
  const { draft, change, plan, sendFailure, sending, submit, behind } = compose;
  const [typed, setTyped] = useState('');
  if (!plan.data) return <WhoGetsWhat compose={compose} open />;
  const { deliveries, smsSegments, reached, wantsCount, quietWait } = plan.data;
  const doing = sendingInWords(plan.data);
  const when = draft.later
    ? laterInWords(draft.later)
    : `now, with ${undoSeconds} seconds to take it back`;
  return (
    <>
      <div className={classes.columns}>
        <Stack gap="md">
          <div>
            <Title order={2}>{doing}</Title>
            <Text>{when.charAt(0).toUpperCase() + when.slice(1)}</Text>
            {draft.recipients && <Text>To {recipientsInWords(draft.recipients)}</Text>}
            {smsSegments && deliveries.sms > 0 && (
              <Text c="dimmed">
                The carrier counts {counted(smsSegments.total, 'text part')}
                {smsSegments.largest > 1 && `, up to ${count(smsSegments.largest)} for one person`}.
              </Text>
            )}
          </div>
          <CostNote cost={plan.data.cost} />
          <WhoGetsWhat compose={compose} open />
          {waysInWords(waysOf(draft)).map((sentence) => (
            <Text key={sentence}>{sentence}</Text>
          ))}
          {quietWait && (
            <QuietChoice
              wait={quietWait}
              isIgnored={draft.isLoud}
              onChange={(isLoud) => change({ isLoud })}
            />
          )}
          {wantsCount && <CountField people={reached} typed={typed} onChange={setTyped} />}
          {sendFailure && (
            <FailureNotice failure={sendFailure} words={sendFailureInWords(sendFailure)} />
          )}
          {sendFailure && codeOf(sendFailure) === 'key_reused' && (
            <Group>
              <Button variant="default" onClick={() => change({ key: crypto.randomUUID() })}>
                It is another message: let me send it
              </Button>
            </Group>
          )}
        </Stack>
        <section className={classes.stack} aria-label="Preview">
          <PreviewPane compose={compose} />
        </section>
      </div>
      <div className={classes.foot}>
        <Button variant="default" onClick={onBack} disabled={sending}>
          Back
        </Button>
        <Button
          className={classes.push ?? ''}
          onClick={() => submit(wantsCount ? reached : undefined)}
          loading={sending}
          disabled={behind || (wantsCount && !isCount(typed, reached))}
          data-autofocus
        >
          {draft.later ? `Schedule: ${doing.charAt(0).toLowerCase()}${doing.slice(1)}` : doing}
        </Button>
      </div>
    </>
  );
}
