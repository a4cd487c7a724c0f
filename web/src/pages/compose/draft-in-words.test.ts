import { expect, it } from 'vitest';
import { newDraft } from './draft.ts';
import { draftInWords } from './draft-in-words.ts';

const ticked = { selection: { includeIds: ['a', 'b', 'c'] }, appointments: 3 };

it('says how it begins and whom it is for', () => {
  const draft = { ...newDraft(), sms: 'Dear parents,\nwe are closed.', ticked };
  expect(draftInWords(draft)).toBe('Draft: “Dear parents, we are closed.”, for 3 appointments');
  const people = [{ id: 'x', name: '', phone: '+447400123456' }];
  expect(draftInWords({ ...draft, people })).toBe(
    'Draft: “Dear parents, we are closed.”, for 3 appointments and 1 person',
  );
  expect(draftInWords({ ...draft, tags: ['Diabetes'] })).toBe(
    'Draft: “Dear parents, we are closed.”, for 3 appointments and 1 tag',
  );
  expect(draftInWords({ ...draft, groups: [{ id: 'g', name: 'Staff' }] })).toBe(
    'Draft: “Dear parents, we are closed.”, for 3 appointments and 1 group',
  );
  expect(draftInWords({ ...newDraft(), richEmail: '<p>Dear <b>Ana</b></p>' })).toBe(
    'Draft: “Dear Ana”',
  );
});

it('keeps to a line, and says where words or people are still missing', () => {
  expect(draftInWords({ ...newDraft(), voice: '👋'.repeat(80) })).toBe(
    `Draft: “${'👋'.repeat(60)}…”`,
  );
  const people = [{ id: 'x', name: '', phone: '+447400123456' }];
  expect(draftInWords({ ...newDraft(), people })).toBe('Draft without words, for 1 person');
});
