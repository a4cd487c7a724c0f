import { Trans, useLingui } from '@lingui/react/macro';
import {
  Button,
  Fieldset,
  Group,
  Stack,
  TagsInput,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
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
  const { t } = useLingui();
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
      aria-label={contact ? t`Change the contact` : t`Add a contact`}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(contactRequest(draft, contact), { onSuccess: onDone });
      }}
    >
      <Stack gap="md">
        <Group gap="xs" align="flex-start" wrap="nowrap">
          <TextInput
            label={t({ message: 'Title', context: 'field: of a person' })}
            placeholder={t({ message: 'Dr.', comment: 'An example of the title of a person' })}
            w="7rem"
            maxLength={50}
            {...field('title')}
          />
          <TextInput label={t`Name`} flex={1} maxLength={200} data-autofocus {...field('name')} />
        </Group>
        <TextInput
          label={t`First name`}
          description={t`By which a message greets them; left alone, it is found in the name`}
          maxLength={200}
          {...field('firstName')}
        />
        <Fieldset legend={t`Numbers and addresses`} variant="unstyled">
          <AddressFields
            draft={draft}
            errors={errors}
            onChange={(addresses) => change({ addresses })}
          />
        </Fieldset>
        <TagsInput
          label={t`Tags`}
          description={t`Press Enter after each`}
          value={draft.tags}
          error={errors.get('tags')}
          onChange={(chosen) => change({ tags: chosen })}
          data={tags.data?.map(({ tag }) => tag) ?? []}
          acceptValueOnBlur
        />
        <TextInput label={t`Company`} maxLength={200} {...field('company')} />
        <Group gap="xs" align="flex-start" wrap="nowrap">
          <TextInput
            label={t`Language`}
            placeholder="en, es-MX"
            w="6.5rem"
            maxLength={35}
            {...field('language')}
          />
          <TimeZoneSelect
            first={{ value: '', label: t`As their appointment or number says` }}
            value={draft.timeZone}
            error={errors.get('timeZone')}
            onChange={(zone) => change({ timeZone: zone ?? '' })}
            flex={1}
          />
        </Group>
        <Textarea
          label={t`Notes`}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={10_000}
          {...field('notes')}
        />
        <Fieldset legend={t`Fields of your own`} variant="unstyled">
          <OwnFields fields={draft.fields} onChange={(fields) => change({ fields })} />
        </Fieldset>
        {failure && errors.size === 0 && <FailureNotice failure={failure} />}
        {errors.size > 0 && (
          <Text size="sm" role="alert">
            <Trans>Not saved: see above.</Trans>
          </Text>
        )}
        <Group>
          <Button type="submit" loading={save.isPending}>
            {contact ? t`Save` : t`Add contact`}
          </Button>
          <Button variant="subtle" color="gray" onClick={onDone}>
            <Trans>Cancel</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
