import { Trans, useLingui } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import { useState } from 'react';
import type { SuppressionImport } from '../../../../src/contract/suppression.ts';
import { uploadSuppressions, useForgetSuppressions } from '../../api/opt-outs.ts';
import { Dialog } from '../../components/dialog.tsx';
import { OneFile } from '../one-file/one-file.tsx';
import { ImportedList } from './imported-list.tsx';

/** Puts a list of addresses from a file on the one of whom not to contact, and says what became of each line. */
export function ImportListDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const [report, setReport] = useState<SuppressionImport | null>(null);
  const forget = useForgetSuppressions();
  return (
    <Dialog
      onClose={onClose}
      title={t`Import a list of whom not to contact`}
      size="40rem"
      closeOnClickOutside={false}
    >
      {report ? (
        <ImportedList report={report} onAgain={() => setReport(null)} onClose={onClose} />
      ) : (
        <OneFile
          accept=".csv,.tsv,.txt,text/csv,text/plain"
          limits={t({ message: 'up to 60 MB', comment: 'How large a file may be' })}
          start={uploadSuppressions}
          onArrived={(arrived) => {
            void forget();
            setReport(arrived);
          }}
        >
          <Text>
            <Trans>
              A CSV file in UTF-8 with an address in each line. It counts at once: nothing is sent
              there from then on. The same file again changes nothing.
            </Trans>
          </Text>
          <Text size="sm" c="dimmed">
            <Trans comment="The names in <0> to <3>, and sms, email and voice, stay as they are: files hold them">
              A first line may name the columns: <code>address</code>, and beside it{' '}
              <code>channel</code> (sms, email or voice), <code>reason</code> and <code>note</code>.
              Without a channel a number is listed for texts and a mailbox for emails, so a number
              that must not be called either needs a second line. A list downloaded here can be read
              again.
            </Trans>
          </Text>
        </OneFile>
      )}
    </Dialog>
  );
}
