import { Button, Group, Text, Title } from '@mantine/core';
import type { Provider } from '../../../../src/contract/provider.ts';
import { failureOf } from '../../api/failure.ts';
import { useRemoveProvider } from '../../api/providers.ts';
import { listed } from '../../format/count.ts';
import { channelPlural } from '../../wording/channels.ts';
import { failureInWords } from '../../wording/failures.ts';
import classes from './provider-item.module.css';
import { ProviderTestForm } from './provider-test-form.tsx';

/** One provider: what it is, a test that really sends, and the way to take it out. */
export function ProviderItem({ provider, editable }: { provider: Provider; editable: boolean }) {
  const remove = useRemoveProvider();
  const { name, kind, carries, smtp } = provider;
  return (
    <article className={classes.item} aria-label={name}>
      <Group justify="space-between">
        <Title order={3}>{name}</Title>
        {editable && kind !== 'sandbox' && (
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            loading={remove.isPending}
            onClick={() => remove.mutate(provider.id)}
          >
            Remove
          </Button>
        )}
      </Group>
      <Text size="sm" c="dimmed">
        {carries.length > 0
          ? `Carries ${listed(carries.map((channel) => channelPlural[channel]))}. `
          : 'Carries nothing now. '}
        {kind === 'sandbox' && 'The practice carrier: messages land on pretend phones.'}
        {smtp &&
          `${smtp.host}:${smtp.port}, as ${smtp.fromName ? `${smtp.fromName} ` : ''}<${smtp.fromAddress}>.`}
      </Text>
      {remove.error && (
        <Text c="var(--mantine-color-error)" role="alert">
          {failureInWords(failureOf(remove.error)).what}{' '}
          {failureInWords(failureOf(remove.error)).todo}
        </Text>
      )}
      {editable && <ProviderTestForm provider={provider} />}
    </article>
  );
}
