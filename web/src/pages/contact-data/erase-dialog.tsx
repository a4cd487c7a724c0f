import { plural, t } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Stack, Text } from '@mantine/core';
import type { Contact } from '../../../../src/contract/contact.ts';
import type { Erasure } from '../../../../src/contract/person.ts';
import { failureOrNull } from '../../api/failure.ts';
import { useErasePerson, useForgetErased } from '../../api/persons.ts';
import { useAsking } from '../../components/asking.ts';
import { Dialog } from '../../components/dialog.tsx';
import { nameOf } from '../contacts/contact-name.ts';
import { EraseForm } from './erase-form.tsx';

type Props = { contact: Contact; onErased: () => void; onClose: () => void };

/** Erases a person, once it was typed that this is meant; then says what became of what was held. */
export function EraseDialog({ contact, onErased, onClose }: Props) {
  const { t } = useLingui();
  const erase = useErasePerson(contact.id);
  const forget = useForgetErased();
  useAsking(true);
  const close = () => {
    if (!erase.data) return onClose();
    forget();
    onErased();
  };
  return (
    <Dialog
      onClose={close}
      size="34rem"
      title={
        erase.data ? t({ message: 'Erased', context: 'a person' }) : t`Erase this person for good?`
      }
      closeOnClickOutside={!erase.isPending}
      closeOnEscape={!erase.isPending}
    >
      {erase.data ? (
        <Stack gap="md">
          <Text role="status">{inWords(erase.data.counts)}</Text>
          <Button
            variant="default"
            onClick={close}
            data-autofocus
            style={{ alignSelf: 'flex-end' }}
          >
            <Trans>Close</Trans>
          </Button>
        </Stack>
      ) : (
        <EraseForm
          name={nameOf(contact)}
          isBusy={erase.isPending}
          failure={failureOrNull(erase.error)}
          onErase={(leaveAlone) => erase.mutate(leaveAlone)}
          onCancel={onClose}
        />
      )}
    </Dialog>
  );
}

function inWords({ appointments, deliveries, canceled }: Erasure['counts']): string {
  const sentences = [t`They are gone, and nobody can be told any more who it was.`];
  if (appointments > 0) {
    sentences.push(
      plural(appointments, {
        one: '# appointment no longer names them.',
        other: '# appointments no longer name them.',
      }),
    );
  }
  if (deliveries > 0 && canceled === 0) {
    sentences.push(
      plural(deliveries, {
        one: '# message stays without name, address and text.',
        other: '# messages stay without name, address and text.',
      }),
    );
  }
  if (deliveries > 0 && canceled > 0) {
    sentences.push(
      t`${plural(deliveries, {
        one: '# message stays without name, address and text',
        other: '# messages stay without name, address and text',
      })}; ${plural(canceled, {
        one: '# message had not gone out and will not',
        other: '# messages had not gone out and will not',
      })}.`,
    );
  }
  return sentences.join(' ');
}
