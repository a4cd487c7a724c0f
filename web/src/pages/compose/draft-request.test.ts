import { describe, expect, it } from 'vitest';
import { newDraft } from './draft.ts';
import { broadcastRequestOf, missingOf, planRequestOf, previewRequestOf } from './draft-request.ts';

const ana = { id: 'a', name: 'Ana', phone: '+12125550123' };
const written = { ...newDraft(), people: [ana], sms: 'Hello' };

describe('what a draft asks of the server', () => {
  it('plans as soon as there are people, before a word is written', () => {
    expect(planRequestOf(newDraft())).toBeNull();
    expect(planRequestOf({ ...newDraft(), people: [ana] })).toEqual({
      audience: { people: [{ name: 'Ana', phone: '+12125550123' }] },
      content: { sms: { text: '-' } },
    });
  });

  it('previews only what is written', () => {
    expect(previewRequestOf({ ...newDraft(), people: [ana] })).toBeNull();
    expect(previewRequestOf({ ...written, channels: ['sms', 'voice'] })?.content).toEqual({
      sms: { text: 'Hello' },
    });
  });

  it('sends only channels that are on, with all their words', () => {
    expect(broadcastRequestOf({ ...written, email: 'x', voice: 'y' })?.content).toEqual({
      sms: { text: 'Hello' },
    });
    const half = { ...written, channels: ['sms', 'email'] as const, subject: 'Closed' };
    expect(missingOf(half)).toEqual(['the email']);
    expect(broadcastRequestOf(half)).toBeNull();
  });

  it('holds what is sent now for ten seconds, and sends later by wall clock and zone', () => {
    expect(broadcastRequestOf(written)?.undoSeconds).toBe(10);
    const later = { date: '2026-03-08', time: '09:00', zone: 'America/New_York' };
    expect(broadcastRequestOf({ ...written, later })).toMatchObject({
      sendLater: { wall: '2026-03-08T09:00', zone: 'America/New_York' },
      undoSeconds: 0,
    });
  });

  it('travels with the ticked appointments as they were selected', () => {
    const selection = { filter: { from: '2026-03-08' }, excludeIds: [] };
    const draft = { ...written, people: [], ticked: { selection, appointments: 8 } };
    expect(broadcastRequestOf(draft)?.audience).toEqual({ appointments: selection, people: [] });
  });
});
