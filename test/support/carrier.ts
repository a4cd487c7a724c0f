import type { Capabilities, Provider, SendOutcome } from '../../src/providers/provider.ts';

/** What a carrier says when all is well. */
export const taken = { outcome: 'accepted', providerRef: null, answer: 'ok' } as const;

/** A pretend carrier that notes who was called, and answers by number and how often it was called. */
export function carrier(
  answer: (address: string, tries: number) => SendOutcome | Promise<SendOutcome>,
  can: Partial<Capabilities> = {},
): { double: Provider; calls: string[]; references: Set<string> } {
  const calls: string[] = [];
  const references = new Set<string>();
  const capabilities = {
    window: 10,
    timeout: 2_000,
    receipts: false,
    query: false,
    listing: false,
    uniqueRefs: false,
    visibilityLag: 0,
    ...can,
  };
  const double: Provider = {
    capabilities: () => capabilities,
    send: async ({ address, reference }) => {
      calls.push(address);
      references.add(reference);
      return answer(address, calls.filter((one) => one === address).length);
    },
    query: async (reference) =>
      references.has(reference)
        ? { outcome: 'accepted', providerRef: null, answer: 'taken' }
        : { outcome: 'absent', answer: 'never heard of it' },
    list: async () => ({ outcome: 'unknown', answer: 'does not list' }),
    close: async () => undefined,
  };
  return { double, calls, references };
}

/** Appointments of one person each, with numbers from +12125550000 on. */
export const people = (count: number) =>
  Array.from({ length: count }, (_, i) => [
    { name: `Person ${i}`, phone: `+1212${5_550_000 + i}` },
  ]);
