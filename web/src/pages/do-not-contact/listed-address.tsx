import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox, Group, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { SuppressionRow } from '../../../../src/contract/suppression.ts';
import { failureOf } from '../../api/failure.ts';
import { useAllowAgain } from '../../api/opt-outs.ts';
import { useMayAct } from '../../api/session.ts';
import { ChannelIcon } from '../../components/channel-icon.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { useFocusBack } from '../../components/use-focus-back.ts';
import { shortMoment } from '../../format/time.ts';
import { needsTheirWord, suppressionWords } from '../../wording/opt-outs.ts';
import classes from './do-not-contact.module.css';

type Props = {
  row: SuppressionRow;
  /** Other words than the address, where that is said already. */
  heading?: string;
};

/** One address of the list, with why and since when, and the way off it. */
export function ListedAddress({ row, heading = row.address }: Props) {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  const allow = useAllowAgain();
  const mayAct = useMayAct();
  const { channel, address, reason, note, recordedAt, recordedBy } = row;
  const why = suppressionWords(reason);
  const allowAgain = useFocusBack(asking);
  const ask = () => {
    if (needsTheirWord(reason)) setAsking(true);
    else allow.mutate({ channel, address });
  };
  return (
    <>
      <div className={classes.what}>
        <Text className={classes.line}>
          <ChannelIcon channel={channel} size={14} />
          <bdi>{heading}</bdi>
        </Text>
        <Text size="sm" c="dimmed">
          {note === '' ? (
            why
          ) : (
            <Trans comment="Why an address is on the list, and what was noted with it">
              {why}: <bdi>{note}</bdi>
            </Trans>
          )}{' '}
          · {shortMoment(recordedAt)}
          {recordedBy !== '' && ` · ${recordedBy}`}
        </Text>
        {allow.error && <FailureNotice failure={failureOf(allow.error)} />}
      </div>
      {mayAct && !asking && (
        <Button
          ref={allowAgain}
          size="xs"
          variant="subtle"
          className={classes.actions}
          aria-label={t`Allow again: ${address}`}
          loading={allow.isPending}
          onClick={ask}
        >
          <Trans>Allow again</Trans>
        </Button>
      )}
      {asking && (
        <TheirWord
          busy={allow.isPending}
          onAllow={(words) => allow.mutate({ channel, address, confirm: 'ALLOW', words })}
          onCancel={() => setAsking(false)}
        />
      )}
    </>
  );
}

type AskProps = { busy: boolean; onAllow: (words: string) => void; onCancel: () => void };

/** Only their own word undoes what they asked for: it is asked for, and kept. */
function TheirWord({ busy, onAllow, onCancel }: AskProps) {
  const { t } = useLingui();
  const [words, setWords] = useState('');
  const [asked, setAsked] = useState(false);
  return (
    <form
      className={classes.form}
      aria-label={t`Allow again`}
      onSubmit={(event) => {
        event.preventDefault();
        onAllow(words.trim());
      }}
    >
      <TextInput
        label={t`What they said`}
        description={t`They asked for no more messages. Their words are kept as their consent.`}
        maxLength={2_000}
        autoFocus
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <Checkbox
        mt="xs"
        label={t`They want messages again; I have asked them`}
        checked={asked}
        onChange={(event) => setAsked(event.currentTarget.checked)}
      />
      <Group mt="xs" gap="xs">
        <Button
          type="submit"
          size="xs"
          variant="default"
          loading={busy}
          disabled={!asked || words.trim() === ''}
        >
          <Trans>Allow again</Trans>
        </Button>
        <Button size="xs" variant="subtle" color="gray" onClick={onCancel}>
          <Trans>Keep on the list</Trans>
        </Button>
      </Group>
    </form>
  );
}
