import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { testAccount } from '../../test/support/test-account.ts';
import { testDatabase } from '../../test/support/test-database.ts';
import { Allowance } from './allowance.ts';
import type { DueLane, PreparedDelivery } from './lane.ts';
import type { Limit } from './limit.ts';

const database = await testDatabase();
const account = await testAccount(database);
const start = new Date('2027-03-08T14:00:00Z');
const at = (milliseconds: number) => new Date(start.getTime() + milliseconds);

function lane(): DueLane {
  const broadcastId = randomUUID();
  const rest = {
    kind: 'broadcast',
    channel: 'sms',
    dueAt: '',
    isPaused: false,
    fallbackFor: null,
    gapUntil: null,
  } as const;
  return { accountId: account.id, id: randomUUID(), broadcastId, ...rest };
}

function limit(some: Partial<Limit>): Limit {
  const speed = { capacity: 1, drain: 4, renewedAt: null, counts: 'messages' } as const;
  return { kind: 'provider', key: randomUUID(), waitsFor: 'rate', ...speed, ...some };
}

/** Workers of their own that share the limits. */
const workers = (count: number, ...limits: Limit[]) =>
  Array.from({ length: count }, () => new Allowance(database.ledger, lane(), limits));

/** Deliveries of the same text: of one segment, or more. */
function texts(count: number, length = 5): PreparedDelivery[] {
  const message = { text: 'x'.repeat(length) };
  const rest = {
    claimId: '',
    address: '',
    name: '',
    fields: null,
    timeZones: [],
    verdict: null,
    message,
  };
  return Array.from({ length: count }, () => ({ id: randomUUID(), ...rest }));
}

describe('Allowance', () => {
  it('lets everything go where there is no limit, and asks nobody', async () => {
    const nobody = { query: () => Promise.reject(new Error('asked')) };
    // A database that must not be asked needs no more.
    const free = new Allowance(nobody as never, lane(), []);
    expect(await free.cover(texts(1_000), start)).toBe(1_000);
    expect(free.perSecond).toBe(Number.POSITIVE_INFINITY);
  });

  it('covers what its limit has room for, and then says how long to wait', async () => {
    const [worker] = workers(1, limit({ capacity: 10, drain: 10 }));
    expect(await worker?.cover(texts(25), start)).toBe(10);
    expect(await worker?.cover(texts(15), at(1))).toBe(0);
    const wait = worker?.refusal(at(1))?.wait ?? 0;
    // Half the burst, spread by an eighth.
    expect(wait).toBeGreaterThan(490);
    expect(wait).toBeLessThan(570);
    expect(await worker?.cover(texts(15), at(600))).toBe(6);
  });

  it('is shared by all workers, in whatever order they ask at once', async () => {
    const many = workers(8, limit({ capacity: 20, drain: 20 }), limit({ capacity: 50 }));
    const covered = await Promise.all(many.map((worker) => worker.cover(texts(5), start)));
    expect(covered.reduce((sum, count) => sum + count)).toBe(20);
    const later = await Promise.all(many.map((worker) => worker.cover(texts(5), at(600))));
    expect(later.reduce((sum, count) => sum + count)).toBe(12);
  });

  it('gives no more than the scarcest of its limits has, and takes no more from the others', async () => {
    const [wide, narrow] = [limit({ capacity: 100 }), limit({ capacity: 3 })];
    const [both] = workers(1, wide, narrow);
    const [other] = workers(1, wide);
    expect(await both?.cover(texts(50), start)).toBe(3);
    expect(await other?.cover(texts(200), start)).toBe(97);
  });

  it('counts segments, and lets one through that is longer than its burst', async () => {
    const [worker] = workers(1, limit({ counts: 'segments', capacity: 2, drain: 2 }));
    // Three segments: 307 to 459 letters.
    expect(await worker?.cover(texts(2, 400), start)).toBe(1);
    expect(await worker?.cover(texts(1, 400), at(1_000))).toBe(0);
    expect(await worker?.cover(texts(2, 400), at(3_000))).toBe(1);
  });

  it('costs nothing where the door is shut anyway', async () => {
    const [worker] = workers(1, limit({ capacity: 1 }));
    const shut = texts(5).map((one) => ({ ...one, verdict: { shut: 'premium_number' } as const }));
    expect(await worker?.cover([...shut, ...texts(1)], start)).toBe(6);
  });

  it('has back what was not used, from one run to the next', async () => {
    const [first, second] = workers(2, limit({ capacity: 10 }));
    const some = texts(8);
    expect(await first?.cover(some, start)).toBe(8);
    first?.refund(some.slice(3));
    await first?.giveBack(start);
    expect(await second?.cover(texts(20), start)).toBe(7);
  });

  it('does not hold a speed for later: what was leased a while ago is gone', async () => {
    const [worker] = workers(1, limit({ capacity: 10, drain: 10 }));
    const some = texts(10);
    expect(await worker?.cover(some, start)).toBe(10);
    worker?.refund(some);
    expect(await worker?.cover(texts(20), at(500))).toBe(5);
  });

  it('drains nothing for a clock behind, and does not wait for one that was far ahead', async () => {
    const shared = limit({ capacity: 4, drain: 4 });
    const [first, behind, ahead, after] = workers(4, shared);
    expect(await first?.cover(texts(4), start)).toBe(4);
    expect(await behind?.cover(texts(4), at(-3_000))).toBe(0);
    expect(await ahead?.cover(texts(4), at(3_600_000))).toBe(4);
    expect(await after?.cover(texts(4), at(2_000))).toBe(0);
    expect(await after?.cover(texts(4), at(4_000))).toBe(4);
  });

  it('keeps a limit that does not drain until it begins anew under another key', async () => {
    const renewedAt = at(3_600_000);
    const today = limit({ capacity: 5, drain: 0, renewedAt });
    const [worker, other] = workers(2, today);
    expect(await worker?.cover(texts(9), start)).toBe(5);
    expect(await other?.cover(texts(1), at(1_800_000))).toBe(0);
    expect(other?.refusal(at(1_800_000))?.wait).toBe(1_800_000);
    const [raised] = workers(1, { ...today, capacity: 8 });
    expect(await raised?.cover(texts(9), at(1_800_000))).toBe(3);
  });
});
