import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { NativeSelect, Text } from '@mantine/core';
import type { Provider } from '../../../../src/contract/provider.ts';
import { failureOf } from '../../api/failure.ts';
import { useChooseProvider } from '../../api/providers.ts';
import { channelOrder } from '../../wording/channels.ts';
import { failureInWords } from '../../wording/failures.ts';
import { providerName } from '../../wording/provider-name.ts';
import classes from './channel-choices.module.css';

/** The name of a provider follows. */
const labels = {
  sms: msg`Texts go by`,
  email: msg`Emails go by`,
  voice: msg`Calls go by`,
} as const;

type Props = { providers: readonly Provider[]; disabled: boolean };

/** Which provider carries a channel, from the next message on. */
export function ChannelChoices({ providers, disabled }: Props) {
  const { t } = useLingui();
  const choose = useChooseProvider();
  return (
    <div className={classes.choices}>
      {channelOrder.map((channel) => {
        const able = providers.filter((provider) => provider.channels.includes(channel));
        const carrier = able.find((provider) => provider.carries.includes(channel));
        if (able.length < 2) {
          return (
            <div key={channel} className={classes.choice}>
              <Text fw={600}>{t(labels[channel])}</Text>
              <Text>{carrier ? providerName(carrier) : t`Nobody yet`}</Text>
            </div>
          );
        }
        const failed = choose.error && choose.variables.channel === channel;
        return (
          <NativeSelect
            key={channel}
            className={classes.choice ?? ''}
            label={t(labels[channel])}
            disabled={disabled || choose.isPending}
            data={[
              ...(carrier ? [] : [{ value: '', label: t`Nobody yet` }]),
              ...able.map((one) => ({ value: one.id, label: providerName(one) })),
            ]}
            value={carrier?.id ?? ''}
            error={failed && failureInWords(failureOf(choose.error)).what}
            onChange={(event) => choose.mutate({ channel, providerId: event.currentTarget.value })}
          />
        );
      })}
    </div>
  );
}
