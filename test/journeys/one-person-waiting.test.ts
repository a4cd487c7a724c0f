import { expect, test } from 'vitest';
import { broadcast } from '../../src/contract/broadcast.ts';
import { communications } from '../../src/contract/delivery.ts';
import { writtenAgain } from '../../src/contract/written-again.ts';
import { mp3 } from '../support/sounds.ts';
import { testServer } from '../support/test-server.ts';
import { typeIn } from '../support/type-appointment.ts';
import { upload } from '../support/upload.ts';
import { waitFor } from '../support/wait-for.ts';

const server = await testServer();
server.clock.moveTo(new Date('2027-03-01T15:00Z'));
await server.signUp();
const ANA = '+12125550101';
const BEN = '+12125550102';
const visit = await typeIn(server.call, {
  people: [
    { name: 'Ana Ruiz', phone: ANA },
    { name: 'Ben Ruiz', phone: BEN },
  ],
});
const [ana = '', ben = ''] = visit.participants.map(({ id }) => id);

test('what waits for one person is taken back for them alone; the others get it', async () => {
  const id = await schedule({ appointments: { includeIds: [visit.id] } }, 'We are closed');
  const [waiting] = (await known(ana)).items;
  expect(waiting).toMatchObject({ outcome: 'waiting', isMovable: false, call: null });
  const taken = await server.call('POST', `/api/deliveries/${waiting?.deliveryId}/cancellation`);
  expect(taken).toMatchObject({ status: 200, json: { state: 'canceled', attempts: [] } });
  expect(await read(id)).toMatchObject({
    state: 'scheduled',
    counts: { waiting: 1, taken_back: 1 },
  });
  server.clock.moveTo(new Date(new Date((await read(id)).sendAt).getTime() + 1_000));
  await sent(id);
  expect((await known(ben)).items).toMatchObject([{ text: 'We are closed' }]);
  expect(await phones()).toEqual([BEN]);
  const again = await server.call('POST', `/api/deliveries/${waiting?.deliveryId}/cancellation`);
  expect(again).toMatchObject({ status: 409, json: { code: 'too_late' } });
});

test('whoever it was taken back for stays off it when it is written anew, at the speed that was chosen', async () => {
  const id = await schedule({ appointments: { includeIds: [visit.id] } }, 'We are clsoed');
  await server.call('PUT', `/api/broadcasts/${id}/speed`, { perMinute: 30 });
  const waiting = (await known(ana)).items.find(({ outcome }) => outcome === 'waiting');
  await server.call('POST', `/api/deliveries/${waiting?.deliveryId}/cancellation`);
  const before = (await phones()).length;
  let old = id;
  for (const text of ['We are close', 'We are closed']) {
    const { json } = await server.call('GET', `/api/broadcasts/${old}/request`);
    const { request, takenBack } = writtenAgain.parse(json);
    expect(takenBack).toBe(1);
    const anew = { ...request, content: { sms: { text } }, replaces: old };
    const key = { 'idempotency-key': crypto.randomUUID() };
    const made = await server.call('POST', '/api/broadcasts', anew, key);
    expect(made).toMatchObject({
      status: 201,
      json: { perMinute: 30, counts: { waiting: 1, taken_back: 1 } },
    });
    // Of what is taken back as a whole nothing can be taken back for one: another message stands for it.
    const page = await server.call('GET', `/api/broadcasts/${old}/deliveries`);
    for (const one of (page.json as { items: { id: string }[] }).items) {
      const late = await server.call('POST', `/api/deliveries/${one.id}/cancellation`);
      expect(late).toMatchObject({ status: 409, json: { code: 'too_late' } });
    }
    old = broadcast.parse(made.json).id;
  }
  server.clock.moveTo(new Date(new Date((await read(old)).sendAt).getTime() + 1_000));
  await sent(old);
  expect((await phones()).slice(before)).toEqual([BEN]);
});

test('what a ledger that was lost may have sent is taken back for nobody', async () => {
  const id = await schedule({ people: [{ phone: BEN }] }, 'Perhaps sent');
  const { rows } = await server.database.engine.query<{ id: string }>(
    `update lane l set gap_until = d.not_before + interval '1 minute' from delivery d
      where d.broadcast_id = $1 and l.id = d.lane_id returning d.id`,
    [id],
  );
  const late = await server.call('POST', `/api/deliveries/${rows[0]?.id}/cancellation`);
  expect(late).toMatchObject({ status: 409, json: { code: 'too_late' } });
  await server.call('POST', `/api/broadcasts/${id}/cancellation`);
});

test('of one that goes to nobody else nothing is left: the message itself is taken back', async () => {
  const id = await schedule({ people: [{ phone: ANA }] }, 'Only you');
  const page = await server.call('GET', `/api/broadcasts/${id}/deliveries`);
  const [only] = (page.json as { items: { id: string }[] }).items;
  await server.call('POST', `/api/deliveries/${only?.id}/cancellation`);
  await waitFor(
    () => read(id),
    ({ state, finishedAt }) => state === 'canceled' && finishedAt !== null,
  );
});

test('taken back while it begins, somebody gets it once or not at all', async () => {
  const outcomes = { gone: 0, taken: 0 };
  for (let round = 0; round < 20; round += 1) {
    const before = (await phones()).length;
    const id = await schedule({ people: [{ phone: ANA }, { phone: BEN }] }, `Round ${round}`);
    const page = await server.call('GET', `/api/broadcasts/${id}/deliveries`);
    const all = (page.json as { items: { id: string; address: string }[] }).items;
    const own = all.find(({ address }) => address === ANA);
    const { sendAt } = await read(id);
    server.clock.moveTo(new Date(new Date(sendAt).getTime() - (round % 10) * 4));
    let isAnswered = false;
    const taking = server.call('POST', `/api/deliveries/${own?.id}/cancellation`).finally(() => {
      isAnswered = true;
    });
    while (!isAnswered) {
      await server.call('PUT', `/api/broadcasts/${id}/speed`, { perMinute: null });
    }
    const { status } = await taking;
    expect([200, 409]).toContain(status);
    server.clock.advance(1_000);
    await sent(id);
    const got = (await phones()).slice(before).toSorted();
    expect(got).toEqual(status === 200 ? [BEN] : [ANA, BEN]);
    outcomes[status === 200 ? 'taken' : 'gone'] += 1;
  }
  expect(outcomes.taken).toBeGreaterThan(0);
});

test('what somebody answered stands there, with what it was obeyed as, and what a call plays', async () => {
  const sound = await upload(server.call, await mp3(1), 'hello.mp3', 'audio');
  const voice = { audioId: sound.id, voicemail: { text: 'Please call back' } };
  await schedule({ appointments: { includeIds: [visit.id] } }, null, { voice });
  await reply('Thank you');
  server.clock.advance(60_000);
  await reply('STOP');
  const { items, answers } = await known(ana);
  expect(answers).toMatchObject([
    { channel: 'sms', address: ANA, text: 'STOP', meaning: 'stop' },
    { text: 'Thank you', meaning: 'message' },
  ]);
  expect(items.find(({ channel }) => channel === 'voice')?.call).toEqual({
    audioId: sound.id,
    voicemail: 'Please call back',
    voicemailAudioId: null,
  });
  expect((await known(ben)).answers).toEqual([]);
});

async function schedule(
  audience: object,
  text: string | null,
  content: object = { sms: { text } },
) {
  const at = new Date(Math.ceil(server.clock.now().getTime() / 60_000) * 60_000 + 3_600_000);
  const sendLater = { wall: at.toISOString().slice(0, 16), zone: 'Etc/UTC' };
  const made = await server.call(
    'POST',
    '/api/broadcasts',
    { audience, content, sendLater },
    { 'idempotency-key': crypto.randomUUID() },
  );
  expect(made.status).toBe(201);
  return broadcast.parse(made.json).id;
}

function reply(text: string) {
  return server.call('POST', '/api/sandbox/replies', { channel: 'sms', address: ANA, text });
}

async function known(participantId: string) {
  const { json } = await server.call('GET', `/api/participants/${participantId}/communications`);
  return communications.parse(json);
}

async function read(id: string) {
  return broadcast.parse((await server.call('GET', `/api/broadcasts/${id}`)).json);
}

function sent(id: string) {
  return waitFor(
    () => read(id),
    ({ state }) => state === 'sent',
  );
}

async function phones(): Promise<string[]> {
  const { rows } = await server.database.engine.query<{ address: string }>(
    'select address from sandbox_message order by id',
  );
  return rows.map(({ address }) => address);
}
