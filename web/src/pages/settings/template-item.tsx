import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import type { Content } from '../../../../src/contract/content.ts';
import type { Template } from '../../../../src/contract/template.ts';
import { failureOrNull } from '../../api/failure.ts';
import { useDeleteTemplate } from '../../api/templates.ts';
import { ChannelIcon } from '../../components/channel-icon.tsx';
import { Question } from '../../components/question.tsx';
import { useFocusBack } from '../../components/use-focus-back.ts';
import { listed } from '../../format/count.ts';
import { shortMoment } from '../../format/time.ts';
import { channelNoun, channelOrder } from '../../wording/channels.ts';
import { RenameTemplate } from './rename-template.tsx';
import classes from './template-item.module.css';

/** One saved text: what it is called and says, and the ways to rename and forget it. */
export function TemplateItem({ template, editable }: { template: Template; editable: boolean }) {
  const { t } = useLingui();
  const [doing, setDoing] = useState<'rename' | 'delete' | null>(null);
  const remove = useDeleteTemplate(template.id);
  const { name, content, changedAt, changedBy } = template;
  const channels = channelOrder.filter((channel) => content[channel] !== undefined);
  const stop = () => setDoing(null);
  const rename = useFocusBack(doing === 'rename');
  if (doing === 'rename') return <RenameTemplate template={template} onDone={stop} />;
  return (
    <>
      <div className={classes.what}>
        <Text fw={600} className={classes.name ?? ''}>
          <bdi>{name}</bdi>
        </Text>
        <Text size="sm" className={classes.words ?? ''}>
          {wordsOf(content)}
        </Text>
        <Text size="sm" c="dimmed" className={classes.kinds ?? ''}>
          {channels.map((channel) => (
            <ChannelIcon key={channel} channel={channel} size={14} />
          ))}{' '}
          {listed(channels.map((channel) => channelNoun(channel)))} · {shortMoment(changedAt)} ·{' '}
          {changedBy}
        </Text>
      </div>
      {editable && (
        <Group gap="xs" ms="auto">
          <Button
            ref={rename}
            variant="subtle"
            size="xs"
            aria-label={t`Rename ${name}`}
            onClick={() => setDoing('rename')}
          >
            <Trans>Rename</Trans>
          </Button>
          <Button
            variant="subtle"
            color="red"
            size="xs"
            aria-label={t`Delete ${name}`}
            onClick={() => setDoing('delete')}
          >
            <Trans>Delete</Trans>
          </Button>
        </Group>
      )}
      <Question
        opened={doing === 'delete'}
        onClose={stop}
        title={t`Delete the template “${name}”?`}
        no={t`Keep it`}
        yes={t`Delete`}
        onYes={() => remove.mutate()}
        isBusy={remove.isPending}
        failure={failureOrNull(remove.error)}
      >
        <Text>
          <Trans>Messages that were made from it stay as they are.</Trans>
        </Text>
      </Question>
    </>
  );
}

/** What it says first; markup is left out. */
function wordsOf({ sms, email, voice }: Content): string {
  const mail = email?.text ?? email?.html?.replace(/<[^>]*>/g, ' ');
  return sms?.text ?? (email ? `${email.subject}: ${mail}` : (voice?.text ?? ''));
}
