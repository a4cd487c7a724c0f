import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Text, Title } from '@mantine/core';
import type { Provider } from '../../../../src/contract/provider.ts';
import { failureOf } from '../../api/failure.ts';
import { useRemoveProvider } from '../../api/providers.ts';
import { listed } from '../../format/count.ts';
import { channelPlural } from '../../wording/channels.ts';
import { failureInWords } from '../../wording/failures.ts';
import { providerName } from '../../wording/provider-name.ts';
import classes from './provider-item.module.css';
import { ProviderTestForm } from './provider-test-form.tsx';

/** One provider: what it is, a test that really sends, and the way to take it out. */
export function ProviderItem({ provider, editable }: { provider: Provider; editable: boolean }) {
  const { t } = useLingui();
  const remove = useRemoveProvider();
  const { kind, carries, smtp } = provider;
  const name = providerName(provider);
  const kinds = listed(carries.map((channel) => channelPlural(channel)));
  return (
    <article className={classes.item} aria-label={name}>
      <div className={classes.head}>
        <Title order={3}>{name}</Title>
        {editable && kind !== 'sandbox' && (
          <Button
            variant="subtle"
            color="red"
            size="xs"
            loading={remove.isPending}
            onClick={() => remove.mutate(provider.id)}
          >
            <Trans>Remove</Trans>
          </Button>
        )}
      </div>
      <Text size="sm" c="dimmed">
        {carries.length > 0 ? t`Carries ${kinds}.` : t`Carries nothing now.`}{' '}
        {kind === 'sandbox' && t`The practice carrier: messages land on pretend phones.`}
        {smtp && <MailServer smtp={smtp} />}
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

function MailServer({ smtp }: { smtp: NonNullable<Provider['smtp']> }) {
  const { t } = useLingui();
  const server = `${smtp.host}:${smtp.port}`;
  const sender = `${smtp.fromName ? `${smtp.fromName} ` : ''}<${smtp.fromAddress}>`;
  return t`${server}, as ${sender}.`;
}
