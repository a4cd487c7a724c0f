import { expect, it } from 'vitest';
import type { ListedMessage } from '../providers/provider.ts';
import { matchListing } from './match-listing.ts';

const at = (seconds: number) => new Date(Date.UTC(2026, 2, 8, 12, 0, seconds));
const sought = { text: 'Café at 9:\n see you', openedAt: at(0), windowUntil: at(15) };
const message = (ref: string, text: string | null, seconds: number): ListedMessage => ({
  ref,
  text,
  at: at(seconds),
});
const nobody = () => false;
const match = (messages: ListedMessage[], isHeld = nobody as (ref: string) => boolean) =>
  matchListing(sought, { outcome: 'listed', messages, complete: true }, isHeld);

it('finds a text as carriers keep it, of its time, that no other attempt has', () => {
  const written = ' Cafe\u0301 at 9: see  you ';
  expect(match([message('b', written, 9), message('a', written, 3)])).toMatchObject({
    outcome: 'accepted',
    providerRef: 'a',
  });
  const held = (ref: string) => ref === 'a';
  expect(match([message('a', written, 3), message('b', written, 9)], held)).toMatchObject({
    providerRef: 'b',
  });
  expect(match([message('a', written, 3)], held)).toMatchObject({ outcome: 'absent' });
});

it('goes by time alone where the provider keeps no text', () => {
  expect(match([message('call', null, 5)])).toMatchObject({ providerRef: 'call' });
  expect(match([message('call', null, 500)])).toMatchObject({ outcome: 'absent' });
});

it('believes its clock to be wrong by a minute', () => {
  expect(match([message('early', sought.text, -59)])).toMatchObject({ outcome: 'accepted' });
  expect(match([message('late', sought.text, 74)])).toMatchObject({ outcome: 'accepted' });
});

it('is sure that it was not taken only where nothing in the list could be it', () => {
  expect(match([])).toMatchObject({ outcome: 'absent' });
  expect(match([message('old', 'Something else', -4_000)])).toMatchObject({ outcome: 'absent' });
  expect(match([message('x', 'Cafe at 9', 5)])).toMatchObject({ outcome: 'unknown' });
  expect(match([message('x', sought.text, 4_000)])).toMatchObject({ outcome: 'unknown' });
  const short = { outcome: 'listed', messages: [], complete: false } as const;
  expect(matchListing(sought, short, nobody)).toMatchObject({ outcome: 'unknown' });
  const away = { outcome: 'unknown', answer: 'HTTP 503' } as const;
  expect(matchListing(sought, away, nobody)).toEqual(away);
});
