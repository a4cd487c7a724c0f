import { expect, it } from 'vitest';
import { newDraft } from './draft.ts';
import { voiceOf } from './draft-media.ts';
import { draftOfRequest, filesOfRequest } from './draft-of-request.ts';
import { keysInWords } from './keys-in-words.ts';
import { draftOfTemplate } from './template-draft.ts';

const sound = (id: string) => ({ id, name: `${id}.mp3`, type: 'audio/mpeg', size: 9, seconds: 2 });

it('keeps keys that mean something else than those of the page', () => {
  const voice = { text: 'Press 5', keys: { confirm: '5', optOut: '0' } };
  const written = {
    request: { audience: { people: [] }, content: { voice } },
    appointments: 0,
    contacts: [],
    groups: [],
    contactsMatching: 0,
    takenBack: 0,
  };
  const of = { id: 'one', title: 'Press 5', validMinutes: 60 };
  const draft = draftOfRequest(of, written, { files: new Map(), former: null });
  expect(voiceOf(draft, '')).toMatchObject(voice);
  const fromTemplate = { ...newDraft(), ...draftOfTemplate(newDraft(), { voice }) };
  expect(voiceOf(fromTemplate, '')).toMatchObject(voice);
  expect(keysInWords(draft.call.keys)).toBe('Heed keys: 5 confirms, 0 wants no more calls');
});

it('keeps what a call says or plays to a person and to a machine', () => {
  const voices = [
    { audioId: 'played', voicemail: { audioId: 'machine' } },
    { text: 'Closed', voicemail: { audioId: 'machine' } },
    { audioId: 'played', voicemail: { text: 'Closed, machine' } },
  ];
  const files = new Map(['played', 'machine'].map((id) => [id, sound(id)]));
  for (const voice of voices) {
    const request = { audience: { people: [] }, content: { voice } };
    const written = {
      request,
      appointments: 0,
      contacts: [],
      groups: [],
      contactsMatching: 0,
      takenBack: 0,
    };
    const of = { id: 'one', title: 'Closed', validMinutes: 60 };
    const draft = draftOfRequest(of, written, { files, former: null });
    expect(voiceOf(draft, '')).toMatchObject(voice);
    expect(filesOfRequest(request)).toEqual(
      [voice.audioId, voice.voicemail.audioId].filter((id) => id !== undefined),
    );
  }
});
