import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Group, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { codeOf } from '../../api/failure.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { MessageLook } from '../../components/message-look.tsx';
import { count } from '../../format/count.ts';
import type { Compose } from './use-compose.ts';

/** What one real recipient would get, and the way to the next. */
export function PreviewPane({ compose }: { compose: Compose }) {
  const { t } = useLingui();
  const { draft, preview, index, setIndex, errors } = compose;
  const { data, failure, again } = preview;
  if (failure && codeOf(failure) === 'nobody_to_reach') {
    return <Text c="dimmed">{t`Nobody would get this yet.`}</Text>;
  }
  if (failure) {
    // What belongs to a field is said at the field.
    const atField = [...errors.keys()].some((path) => /^(content|audience)/.test(path));
    return atField ? (
      <Text c="dimmed">{t`The preview is back once the marked field is put right.`}</Text>
    ) : (
      <FailureNotice failure={failure} onRetry={again} />
    );
  }
  if (!data) return <Text c="dimmed">{t`What each person gets is shown here.`}</Text>;
  const name = data.name || data.messages[0]?.address;
  const place = count(data.index + 1);
  const total = count(data.total);
  return (
    <>
      <Group justify="space-between" wrap="nowrap">
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t`The person before`}
          disabled={data.index === 0}
          onClick={() => setIndex(Math.max(0, index - 1))}
        >
          <IconChevronLeft size={18} aria-hidden />
        </ActionIcon>
        <Text aria-live="polite" truncate>
          <Trans>
            <b>{name}</b> · {place} of {total}
          </Trans>
        </Text>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t`The next person`}
          disabled={data.index + 1 >= data.total}
          onClick={() => setIndex(data.index + 1)}
        >
          <IconChevronRight size={18} aria-hidden />
        </ActionIcon>
      </Group>
      {data.messages.map((message) => (
        <MessageLook
          key={message.channel}
          channel={message.channel}
          heading={message.address}
          subject={draft.subject.trim() === '' ? null : (message.subject ?? null)}
          sender={message.sender}
          text={message.text}
          html={draft.richEmail === null ? undefined : message.html}
          files={message.files.filter(({ goes }) => goes === 'with_message')}
          call={message.call ?? null}
        />
      ))}
    </>
  );
}
