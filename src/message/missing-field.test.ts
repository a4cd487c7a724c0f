import { describe, expect, test } from 'vitest';
import { testConstants } from '../../test/support/merge-constants.ts';
import { english } from '../platform/english.ts';
import type { FieldBook } from './field-book.ts';
import { compileTemplate } from './template.ts';

const book: FieldBook = {
  customFields: [
    { scope: 'event', key: 'room', label: 'Room' },
    { scope: 'event', key: 'booking_ref', label: 'Booking ref.' },
    { scope: 'participant', key: 'card_no', label: 'Card no' },
  ],
  constants: testConstants,
};
const empty: FieldBook = {
  customFields: [],
  constants: {
    account: { ...testConstants.account, phone: '', website: '' },
    user: { ...testConstants.user, email: '' },
  },
};

function message(source: string, known = book): string | null {
  const result = compileTemplate(source, known);
  const found = 'problems' in result ? result.problems[0]?.message : undefined;
  return found === undefined ? null : english(found);
}

describe('custom fields', () => {
  test('one that somebody has is a field like any other', () => {
    const source = '{{ event.fields.room }} {{ participant.fields["card_no"] }}';
    expect(compileTemplate(source, book)).toMatchObject({
      template: { required: ['event.fields.room', 'participant.fields.card_no'] },
    });
  });

  test.each([
    [
      '{{ event.fields.rom }}',
      'No appointment has a field rom; did you mean {{ event.fields.room }}?',
    ],
    ['{{ event.fields.Booking_Ref }}', 'did you mean {{ event.fields.booking_ref }}?'],
    ['{% if event.fields.doctor %}x{% endif %}', 'there are room, booking_ref.'],
    ['{{ participant.fields.room }}', 'No contact has a field room; there are card_no.'],
    ['{{ event.fields }}', 'There is no {{ event.fields }}'],
    ['{{ event.fields.room.size }}', 'There is no {{ event.fields.room.size }}'],
    ['{{ user.fields.room }}', 'There is no {{ user.fields.room }}'],
  ])('%s: %s', (source, said) => {
    expect(message(source)).toContain(said);
  });

  test('where there are none, it says how they come about', () => {
    expect(message('{{ event.fields.room }}', empty)).toContain('“Label: value”');
    expect(message('{{ participant.fields.room }}', empty)).toContain('a contact first');
  });

  test('without a book, as when it is sent, the same text compiles', () => {
    expect(compileTemplate('{{ event.fields.gone }}')).toHaveProperty('template');
  });
});

describe('facts that are not given', () => {
  test.each([
    [
      '{{ account.phone }}',
      'Your business has not given a phone number yet: add it in Settings › Account.',
    ],
    ['{{ account.website }}', 'a website'],
    ['{{ user.email }}', '{{ user.email }} is empty'],
  ])('%s: %s', (source, said) => {
    expect(message(source, empty)).toContain(said);
    expect(message(source)).toBeNull();
  });

  test('a default or a condition makes do without', () => {
    expect(message('{{ account.phone | default: "0800 1" }}', empty)).toBeNull();
    expect(message('{% if account.phone %}{{ account.phone }}{% endif %}', empty)).toBeNull();
  });
});
