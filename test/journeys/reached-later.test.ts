import { expect, test } from 'vitest';
import { followUpCalls } from '../support/follow-up-calls.ts';
import { testServer } from '../support/test-server.ts';
import { waitFor } from '../support/wait-for.ts';

const server = await testServer();
const { call } = server;
const { send, settled, planned, reachOf } = followUpCalls(server);

test('who was reached by what followed, or may be still, is not meant again', async () => {
  await server.signUp();
  server.clock.moveTo(new Date('2027-03-05T15:00Z'));
  const ways = [
    ['landline', '+12125550108'],
    ['blocked', '+12125550109'],
    ['blocked', '+12125550110'],
  ];
  for (const [fault, address] of ways) {
    await call('PUT', '/api/sandbox/faults', { kind: 'phone', address, fault });
  }
  // Two share the landline.
  const typedIn = ['108', '108', '109', '110'].map((last, i) => ({
    name: `Person ${i}`,
    phone: `+12125550${last}`,
  }));
  const one = await send({ people: typedIn }, { sms: { text: 'Once' } });
  await settled(one);
  const meant = { recipients: { broadcastId: one, outcomes: ['not_reached'] } };
  expect((await reachOf(one)).people).toMatchObject({ not_reached: 4, reached_later: 0 });

  const called = await send(meant, { voice: { text: 'Once more' } });
  await settled(called);
  expect((await reachOf(one)).people).toMatchObject({ not_reached: 2, reached_later: 2 });
  expect(await planned(meant, { voice: { text: 'Again' } })).toMatchObject({ people: 2 });
  expect((await reachOf(called)).people).toMatchObject({ reached: 2, not_reached: 2 });

  // A message that follows the second one is one that follows the first.
  const next = { recipients: { broadcastId: called, outcomes: ['not_reached'] } };
  const held = await send(next, { voice: { text: 'Held' } }, { undoSeconds: 60 });
  const people = { not_reached: 0, reached_later: 2, under_way_later: 2 };
  expect((await reachOf(one)).people).toMatchObject(people);
  await call('POST', `/api/broadcasts/${held}/cancellation`, {});
  const again = { not_reached: 2, reached_later: 2, under_way_later: 0 };
  await waitFor(
    async () => (await reachOf(one)).people,
    (now) => now.not_reached === again.not_reached,
  );
  expect((await reachOf(one)).people).toMatchObject(again);

  // One that is scheduled may be written anew, to the same people.
  const sendLater = { wall: '2027-03-06T11:00', zone: 'America/New_York' };
  await send(meant, { voice: { text: 'Tomorrow' } }, { sendLater });
  expect(await planned(meant, { voice: { text: 'Tomorrow' } })).toMatchObject({ people: 2 });
});
