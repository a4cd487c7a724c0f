import { expect, test } from 'vitest';
import { MessageList } from './message-list.ts';

const TO = '+12125550101';
const NOON = Date.parse('2026-03-08T12:00:00.750Z');
const message = (id: string, to = TO) => ({ id, to, body: `text ${id}` });

test('a message is shown for sure once its lag is over, and before only by chance', () => {
  let isShown = false;
  const list = new MessageList(() => isShown);
  list.add(message('a'), NOON, 1_000);
  expect(list.page(TO, '2026-03-08', 0, NOON + 999).messages).toEqual([]);
  isShown = true;
  expect(list.page(TO, '2026-03-08', 0, NOON + 999).messages).toHaveLength(1);
  isShown = false;
  expect(list.page(TO, '2026-03-08', 0, NOON + 999).messages).toEqual([]);
  expect(list.page(TO, '2026-03-08', 0, NOON + 1_000).messages).toEqual([
    { id: 'a', to: TO, body: 'text a', created: '2026-03-08T12:00:00.000Z' },
  ]);
});

test('it lists by number and day, newest first, in pages of 50', () => {
  const list = new MessageList(() => true);
  for (let n = 0; n < 51; n += 1) list.add(message(`${n}`), NOON + n, 0);
  list.add(message('other', '+12125550102'), NOON, 0);
  list.add(message('tomorrow'), Date.parse('2026-03-09T00:00:00Z'), 0);
  const now = NOON + 86_400_000;
  const first = list.page(TO, '2026-03-08', 0, now);
  expect(first.messages.map(({ id }) => id)).toEqual(
    Array.from({ length: 50 }, (_, n) => `${50 - n}`),
  );
  expect(first.next).toBe(1);
  expect(list.page(TO, '2026-03-08', 1, now)).toMatchObject({
    messages: [{ id: '0' }],
    next: null,
  });
  expect(list.page(TO, '2026-03-09', 0, now).messages.map(({ id }) => id)).toEqual(['tomorrow']);
});
