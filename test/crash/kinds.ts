import type { Provider } from '../../src/providers/provider.ts';
import { type ProviderKind, providerKinds } from '../../src/providers/registry.ts';
import { HttpProvider } from './carrier/http-provider.ts';
import { SMTP_PATIENCE } from './carrier/smtp-patience.ts';
import type { Plant } from './settings.ts';

/** The kinds of provider in a run's workers: what ships, and the carrier over HTTP. */
export function kindsOfRun(plant: Plant | null): readonly ProviderKind[] {
  const all: readonly ProviderKind[] = [
    ...providerKinds,
    {
      kind: 'pretend-http',
      channels: ['sms'],
      create: ({ settings }) => new HttpProvider(settings),
    },
  ];
  return all.map(({ create, ...kind }) => ({
    ...kind,
    create: (row, context) => {
      const shipped = create(row, context);
      const made = kind.kind === 'smtp' ? impatient(shipped) : shipped;
      return plant === null ? made : retryingOnTimeout(made);
    },
  }));
}

function impatient(provider: Provider): Provider {
  return {
    ...passedOn(provider),
    capabilities: (channel) => {
      const capabilities = provider.capabilities(channel);
      return capabilities && { ...capabilities, timeout: SMTP_PATIENCE };
    },
  };
}

/** The planted bug: what the provider may have taken goes again, as though it surely had not. */
function retryingOnTimeout(provider: Provider): Provider {
  return {
    ...passedOn(provider),
    send: async (submission, signal) => {
      const said = await provider.send(submission, signal);
      if (said.outcome !== 'uncertain') return said;
      return { outcome: 'retryable', reason: 'provider_down', code: null, answer: said.answer };
    },
  };
}

/** All of a provider, to be changed in parts: its methods are not its own properties. */
function passedOn(provider: Provider): Provider {
  return {
    capabilities: (channel) => provider.capabilities(channel),
    send: (submission, signal) => provider.send(submission, signal),
    query: (reference, accountId) => provider.query(reference, accountId),
    list: (question) => provider.list(question),
    close: () => provider.close(),
  };
}
