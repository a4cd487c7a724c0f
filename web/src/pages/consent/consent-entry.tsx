import { Trans } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import type { ConsentPage } from '../../../../src/contract/consent.ts';
import { ChannelIcon } from '../../components/channel-icon.tsx';
import { shortMoment } from '../../format/time.ts';
import { consentDetail, consentInWords, consentSourceWords } from '../../wording/consents.ts';
import classes from './consents.module.css';

/** What was noted once: who said it, when, how we know, and the words. */
export function ConsentEntry({ entry }: { entry: ConsentPage['items'][number] }) {
  const { channel, words, detail, source, recordedAt, recordedBy } = entry;
  return (
    <div className={classes.entry}>
      <Text size="sm" className={classes.line ?? ''}>
        <ChannelIcon channel={channel} size={14} />
        <span>{consentInWords(entry)}</span>
      </Text>
      {words !== '' && (
        <Text size="sm" className={classes.said ?? ''}>
          <Trans>
            “<bdi>{words}</bdi>”
          </Trans>
        </Text>
      )}
      {detail !== '' && (
        <Text size="sm" className={classes.said ?? ''}>
          <bdi>{consentDetail(detail)}</bdi>
        </Text>
      )}
      <Text size="sm" c="dimmed">
        {consentSourceWords(source)} · {shortMoment(recordedAt)}
        {recordedBy !== '' && ` · ${recordedBy}`}
      </Text>
    </div>
  );
}
