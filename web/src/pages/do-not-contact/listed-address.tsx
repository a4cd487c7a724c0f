import { Button, Checkbox, Group, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { SuppressionRow } from '../../../../src/contract/suppression.ts';
import { failureOf } from '../../api/failure.ts';
import { useAllowAgain } from '../../api/opt-outs.ts';
import { useMayAct } from '../../api/session.ts';
import { ChannelIcon } from '../../components/channel-icon.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
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
  const [asking, setAsking] = useState(false);
  const allow = useAllowAgain();
  const mayAct = useMayAct();
  const { channel, address, reason, note, recordedAt, recordedBy } = row;
  const ask = () => {
    if (needsTheirWord(reason)) setAsking(true);
    else allow.mutate({ channel, address });
  };
  return (
    <>
      <div className={classes.what}>
        <Text className={classes.line}>
          <ChannelIcon channel={channel} size={14} /> {heading}
        </Text>
        <Text size="sm" c="dimmed">
          {suppressionWords(reason)}
          {note !== '' && (
            <>
              : <bdi>{note}</bdi>
            </>
          )}{' '}
          · {shortMoment(recordedAt)}
          {recordedBy !== '' && ` · ${recordedBy}`}
        </Text>
        {allow.error && <FailureNotice failure={failureOf(allow.error)} />}
      </div>
      {mayAct && !asking && (
        <Button
          size="xs"
          variant="subtle"
          className={classes.actions}
          aria-label={`Allow again: ${address}`}
          loading={allow.isPending}
          onClick={ask}
        >
          Allow again
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
  const [words, setWords] = useState('');
  const [asked, setAsked] = useState(false);
  return (
    <form
      className={classes.form}
      aria-label="Allow again"
      onSubmit={(event) => {
        event.preventDefault();
        onAllow(words.trim());
      }}
    >
      <TextInput
        label="What they said"
        description="They asked for no more messages. Their words are kept as their consent."
        maxLength={2_000}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <Checkbox
        mt="xs"
        label="They want messages again; I have asked them"
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
          Allow again
        </Button>
        <Button size="xs" variant="subtle" onClick={onCancel}>
          Keep on the list
        </Button>
      </Group>
    </form>
  );
}
