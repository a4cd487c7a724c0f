import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Channel } from '../../../../src/contract/channel.ts';
import { failureOrNull } from '../../api/failure.ts';
import { useSuppress } from '../../api/opt-outs.ts';
import { channelOrder, channelPlural } from '../../wording/channels.ts';
import { failureInWords, fieldErrors } from '../../wording/failures.ts';

/** Puts an address on the list of whom not to contact. */
export function AddToList() {
  const { t } = useLingui();
  const [channel, setChannel] = useState<Channel>('sms');
  const [address, setAddress] = useState('');
  const [note, setNote] = useState('');
  const add = useSuppress();
  const failure = failureOrNull(add.error);
  return (
    <form
      aria-label={t`Do not contact`}
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate(
          { channel, address, note },
          {
            onSuccess: () => {
              setAddress('');
              setNote('');
            },
          },
        );
      }}
    >
      <Group align="flex-end" gap="xs">
        <NativeSelect
          label={t({
            message: 'No more',
            comment:
              'First of three fields: “No more” texts “to” a number “because” they asked for it',
          })}
          value={channel}
          data={channelOrder.map((one) => ({ value: one, label: channelPlural(one) }))}
          onChange={(event) => {
            const chosen = channelOrder.find((one) => one === event.currentTarget.value);
            if (chosen) setChannel(chosen);
          }}
        />
        <TextInput
          label={t({
            message: 'to',
            context: 'field: a number or address',
            comment:
              'Second of three fields: “No more” texts “to” a number “because” they asked for it',
          })}
          placeholder={channel === 'email' ? t`An email address` : t`A phone number`}
          required
          withAsterisk={false}
          value={address}
          error={failure && (fieldErrors(failure).get('address') ?? failureInWords(failure).what)}
          onChange={(event) => setAddress(event.currentTarget.value)}
          flex="1 1 12rem"
        />
        <TextInput
          label={t({
            message: 'because',
            comment:
              'Third of three fields: “No more” texts “to” a number “because” they asked for it',
          })}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          flex="1 1 12rem"
        />
        <Button type="submit" variant="default" loading={add.isPending}>
          <Trans context="an address">Add</Trans>
        </Button>
      </Group>
    </form>
  );
}
