import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Stack, Text } from '@mantine/core';
import type { Answer, ParticipantAnswer } from '../../../../src/contract/answer.ts';
import type { Participant } from '../../../../src/contract/appointment.ts';
import { useSayAnswer } from '../../api/answers.ts';
import { failureOrNull } from '../../api/failure.ts';
import { useMayAct } from '../../api/session.ts';
import { AnswerMark } from '../../components/answer-mark.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { shortMoment } from '../../format/time.ts';

const answers: readonly Answer[] = ['confirmed', 'cancelled', 'reschedule'];

/** What somebody answered about their appointment, who says so, and the buttons to say it for them. */
export function AnswerChoice({ person }: { person: Participant }) {
  const { t } = useLingui();
  const say = useSayAnswer(person.id);
  const mayAct = useMayAct();
  const answer = say.data ? say.data.answer : person.answer;
  const failure = failureOrNull(say.error);
  return (
    <Stack gap="xs" component="section" aria-label={t`Their answer`}>
      <div role="status">
        {answer ? (
          <>
            <AnswerMark said={answer.said} />
            <Source answer={answer} />
          </>
        ) : (
          <Text c="dimmed">
            <Trans>Neither confirmed nor cancelled yet.</Trans>
          </Text>
        )}
      </div>
      {person.hasDeclined && (
        <Text size="sm">
          <Trans>
            They declined the invitation: messages about this appointment do not go to them.
          </Trans>
        </Text>
      )}
      {failure && <FailureNotice failure={failure} />}
      {mayAct && (
        <Group gap="xs" role="group" aria-label={t`What they answered`}>
          {answers.map((said) => (
            <Button
              key={said}
              size="xs"
              variant={answer?.said === said ? 'light' : 'default'}
              aria-pressed={answer?.said === said}
              disabled={say.isPending}
              onClick={() => say.mutate(said)}
            >
              <Word said={said} />
            </Button>
          ))}
          {answer && answer.source !== 'calendar' && (
            <Button
              size="xs"
              variant="subtle"
              disabled={say.isPending}
              onClick={() => say.mutate(null)}
            >
              <Trans context="what somebody answered">Take back</Trans>
            </Button>
          )}
        </Group>
      )}
    </Stack>
  );
}

function Word({ said }: { said: Answer }) {
  switch (said) {
    case 'confirmed':
      return <Trans context="button: they come">Confirmed</Trans>;
    case 'cancelled':
      return <Trans context="button: they do not come">Cancelled</Trans>;
    case 'reschedule':
      return <Trans context="button">Wants another time</Trans>;
  }
}

function Source({ answer: { source, at, by } }: { answer: ParticipantAnswer }) {
  const when = shortMoment(at);
  const who = <bdi>{by}</bdi>;
  return (
    <Text size="sm" c="dimmed">
      {source === 'calendar' && <Trans>On the calendar, as imported {when}</Trans>}
      {source === 'key' && <Trans>By a key in a call, {when}</Trans>}
      {source === 'desk' && (
        <Trans>
          {who} said so, {when}
        </Trans>
      )}
    </Text>
  );
}
