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

  it('names what is tried instead, with its words, and how often to call', () => {
    const fallback = [{ from: 'sms', to: 'voice', silenceMinutes: 30 }] as const;
    const redial = { times: 3, minutes: 10 };
    const draft = { ...written, fallback, redial, voice: 'Hello' };
    expect(planRequestOf(draft)).toMatchObject({ fallback, content: { voice: { text: 'Hello' } } });
    expect(broadcastRequestOf(draft)).toMatchObject({ fallback, redial });
    expect(missingOf({ ...draft, voice: '' })).toEqual(['what the call says']);
    const both = broadcastRequestOf({ ...draft, channels: ['sms', 'voice'] });
    expect(both).toMatchObject({ redial });
    expect(both).not.toHaveProperty('fallback');
    expect(broadcastRequestOf({ ...draft, fallback: [] })).not.toHaveProperty('redial');
  });

  it('travels with the ticked appointments as they were selected', () => {
    const selection = { filter: { from: '2026-03-08' }, excludeIds: [] };
    const draft = { ...written, people: [], ticked: { selection, appointments: 8 } };
    expect(broadcastRequestOf(draft)?.audience).toEqual({ appointments: selection, people: [] });
  });
});
