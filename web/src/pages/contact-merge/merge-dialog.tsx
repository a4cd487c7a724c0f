import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Contact } from '../../../../src/contract/contact.ts';
import { useAsking } from '../../components/asking.ts';
import { Dialog } from '../../components/dialog.tsx';
import { MergeChoice } from './merge-choice.tsx';
import { MergeComparison } from './merge-comparison.tsx';

type Props = { contact: Contact; onMerged: (keptId: string) => void; onClose: () => void };

/** Merges a contact with another: first with whom, then what would become of both. */
export function MergeDialog({ contact, onMerged, onClose }: Props) {
  const { t } = useLingui();
  const [other, setOther] = useState<Contact | null>(null);
  useAsking(true);
  return (
    <Dialog onClose={onClose} size="40rem" title={t`Merge two contacts`}>
      {other === null ? (
        <MergeChoice contact={contact} onChoose={setOther} />
      ) : (
        <MergeComparison
          pair={[contact, other]}
          onBack={() => setOther(null)}
          onMerged={onMerged}
        />
      )}
    </Dialog>
  );
}
