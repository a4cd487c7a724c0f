import { describe, expect, test } from 'vitest';
import type { Provider } from './provider.ts';

/** A provider together with the other side, as far as it looks numbers up. */
export type LookupHarness = {
  provider: Provider;
  accountId: string;
  /** Numbers that are such, or make the other side behave so; missing where it looks nothing up. */
  number?(
    behaviour: 'mobile' | 'landline' | 'refuses for now' | 'looks up and breaks off',
  ): Promise<string>;
  /** How often the other side looked a number up, and charged for it. */
  lookedUp?(number: string): Promise<number>;
};

/** What every provider must do that looks numbers up; the others are skipped with their reason. */
export function looksNumbersUp(opened: () => LookupHarness, skip: string | undefined): void {
  test('it looks numbers up where it says so, for a price that it tells before', () => {
    const { provider } = opened();
    const lookup = provider.capabilities('sms')?.lookup;
    expect(lookup !== undefined).toBe(skip === undefined);
    expect(provider.lookUp !== undefined).toBe(skip === undefined);
    if (!lookup) return;
    expect(lookup.batch).toBeGreaterThan(0);
    expect(lookup.timeout).toBeGreaterThan(0);
    expect(lookup.price.amount).toBeGreaterThanOrEqual(0);
    expect(lookup.price.currency).toMatch(/^[A-Z]{3}$/);
  });

  describe.skipIf(skip)(`looking up${skip ? ` (skipped: ${skip})` : ''}`, () => {
    const number = async (...how: Parameters<NonNullable<LookupHarness['number']>>) =>
      (await opened().number?.(...how)) ?? '';
    const charged = async (one: string) => opened().lookedUp?.(one);
    const lookUp = async (numbers: readonly string[], signal = AbortSignal.timeout(10_000)) => {
      const { provider, accountId } = opened();
      return provider.lookUp?.({ accountId, numbers }, signal);
    };

    test('answered: each number once, with its line, and charged once', async () => {
      const [mobile, landline] = [await number('mobile'), await number('landline')];
      const said = await lookUp([mobile, landline]);
      const lines = said?.outcome === 'answered' ? said.numbers : [];
      expect(lines.map((one) => [one.number, one.line]).sort()).toEqual(
        [
          [mobile, 'mobile'],
          [landline, 'landline'],
        ].sort(),
      );
      expect([await charged(mobile), await charged(landline)]).toEqual([1, 1]);
    });

    test('retryable: nothing was looked up', async () => {
      const refused = await number('refuses for now');
      expect(await lookUp([refused])).toMatchObject({
        outcome: 'retryable',
        answer: expect.stringMatching(/./),
      });
      expect(await charged(refused)).toBe(0);
    });

    test('a connection that breaks when it may have been looked up is uncertain', async () => {
      const lost = await number('looks up and breaks off');
      expect(await lookUp([lost])).toMatchObject({ outcome: 'uncertain' });
      expect(await charged(lost)).toBe(1);
    });

    test('whose time is up already is answered', async () => {
      const late = await lookUp([await number('mobile')], AbortSignal.abort());
      expect(['answered', 'retryable', 'uncertain']).toContain(late?.outcome);
    });
  });
}
