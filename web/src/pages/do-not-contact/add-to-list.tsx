import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Channel } from '../../../../src/contract/channel.ts';
import { failureOrNull } from '../../api/failure.ts';
import { useSuppress } from '../../api/opt-outs.ts';
import { channelOrder, channelPlural } from '../../wording/channels.ts';
import { failureInWords, fieldErrors } from '../../wording/failures.ts';

/** Puts an address on the list of whom not to contact. */
export function AddToList() {
  const [channel, setChannel] = useState<Channel>('sms');
  const [address, setAddress] = useState('');
  const [note, setNote] = useState('');
  const add = useSuppress();
  const failure = failureOrNull(add.error);
  return (
    <form
      aria-label="Do not contact"
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
          label="No more"
          value={channel}
          data={channelOrder.map((one) => ({ value: one, label: channelPlural(one) }))}
          onChange={(event) => {
            const chosen = channelOrder.find((one) => one === event.currentTarget.value);
            if (chosen) setChannel(chosen);
          }}
        />
        <TextInput
          label="to"
          placeholder={channel === 'email' ? 'An email address' : 'A phone number'}
          required
          withAsterisk={false}
          value={address}
          error={failure && (fieldErrors(failure).get('address') ?? failureInWords(failure).what)}
          onChange={(event) => setAddress(event.currentTarget.value)}
          flex="1 1 12rem"
        />
        <TextInput
          label="because"
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          flex="1 1 12rem"
        />
        <Button type="submit" variant="default" loading={add.isPending}>
          Add
        </Button>
      </Group>
    </form>
  );
}
