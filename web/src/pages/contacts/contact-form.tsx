import { Button, Fieldset, Group, Stack, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Contact } from '../../../../src/contract/contact.ts';
import { contactTagsQuery, useSaveContact } from '../../api/contacts.ts';
import { failureOrNull } from '../../api/failure.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { TimeZoneSelect } from '../../components/time-zone-select.tsx';
import { fieldErrors } from '../../wording/failures.ts';
import { AddressFields } from './address-fields.tsx';
import { type ContactDraft, contactDraft, contactRequest } from './contact-draft.ts';
import { OwnFields } from './own-fields.tsx';

type Props = { contact: Contact | null; onDone: () => void };

/** All that can be said of a contact. What was typed stays until it is saved or given up. */
export function ContactForm({ contact, onDone }: Props) {
  const [draft, setDraft] = useState(() => contactDraft(contact));
  const save = useSaveContact(contact?.id ?? null);
  const tags = useQuery(contactTagsQuery);
  const failure = failureOrNull(save.error);
  const errors = fieldErrors(failure);
  const change = (part: Partial<ContactDraft>) => setDraft((old) => ({ ...old, ...part }));
  const field = (name: 'name' | 'firstName' | 'title' | 'company' | 'language' | 'notes') => ({
    value: draft[name],
    error: errors.get(name),
    onChange: (event: { currentTarget: { value: string } }) =>
      change({ [name]: event.currentTarget.value }),
  });
  return (
    <form
      aria-label={contact ? 'Change the contact' : 'Add a contact'}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(contactRequest(draft, contact), { onSuccess: onDone });
      }}
    >
      <Stack gap="md">
        {failure && <FailureNotice failure={failure} />}
        <Group gap="xs" align="flex-start" wrap="nowrap">
          <TextInput
            label="Title"
            placeholder="Dr."
            w="5.5rem"
            maxLength={50}
            {...field('title')}
          />
          <TextInput label="Name" flex={1} maxLength={200} data-autofocus {...field('name')} />
        </Group>
        <TextInput
          label="First name"
          description="By which a message greets them; left alone, it is found in the name"
          maxLength={200}
          {...field('firstName')}
        />
        <Fieldset legend="Numbers and addresses" variant="unstyled">
          <AddressFields
            draft={draft}
            errors={errors}
            onChange={(addresses) => change({ addresses })}
          />
        </Fieldset>
        <TagsInput
          label="Tags"
          description="Press Enter after each"
          value={draft.tags}
          error={errors.get('tags')}
          onChange={(chosen) => change({ tags: chosen })}
          data={tags.data?.map(({ tag }) => tag) ?? []}
          acceptValueOnBlur
        />
        <TextInput label="Company" maxLength={200} {...field('company')} />
        <Group gap="xs" align="flex-start" wrap="nowrap">
          <TextInput
            label="Language"
            placeholder="en, es-MX"
            w="8rem"
            maxLength={35}
            {...field('language')}
          />
          <TimeZoneSelect
            first={{ value: '', label: 'As their appointment or number says' }}
            value={draft.timeZone}
            error={errors.get('timeZone')}
            onChange={(zone) => change({ timeZone: zone ?? '' })}
            flex={1}
          />
        </Group>
        <Textarea
          label="Notes"
          autosize
          minRows={2}
          maxRows={8}
          maxLength={10_000}
          {...field('notes')}
        />
        <Fieldset legend="Fields of your own" variant="unstyled">
          <OwnFields fields={draft.fields} onChange={(fields) => change({ fields })} />
        </Fieldset>
        <Group>
          <Button type="submit" loading={save.isPending}>
            {contact ? 'Save' : 'Add contact'}
          </Button>
          <Button variant="subtle" color="gray" onClick={onDone}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
