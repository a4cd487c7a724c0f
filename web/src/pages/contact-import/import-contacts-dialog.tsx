import { Trans, useLingui } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import { useState } from 'react';
import { uploadContacts } from '../../api/contact-imports.ts';
import { Dialog } from '../../components/dialog.tsx';
import { OneFile } from '../one-file/one-file.tsx';
import { CheckedImport } from './checked-import.tsx';

/** Brings contacts in from a file: chosen or dropped, checked, then written as a whole. */
export function ImportContactsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const [id, setId] = useState<string | null>(null);
  return (
    <Dialog onClose={onClose} title={t`Import contacts`} size="48rem" closeOnClickOutside={false}>
      {id !== null ? (
        <CheckedImport id={id} onClose={onClose} />
      ) : (
        <OneFile
          accept=".csv,.tsv,.txt,.vcf,text/csv,text/vcard"
          limits={t({
            message: 'up to 60 MB and 200,000 rows',
            comment: 'How large a file may be',
          })}
          start={uploadContacts}
          onArrived={(arrived) => setId(arrived.id)}
        >
          <Text>
            <Trans>
              A CSV file, as spreadsheets write it, or vCards, as phones do. It is checked first;
              nothing is written before you say so.
            </Trans>
          </Text>
        </OneFile>
      )}
    </Dialog>
  );
}
