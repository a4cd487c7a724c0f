import { expect, test } from 'vitest';
import { searchPatterns, searchText } from './search-text.ts';

test('everything by which an appointment is known can be looked for', () => {
  expect(
    searchText({
      title: 'Check-up',
      location: 'Room 2',
      people: [
        { name: 'Lía Ferrari', phone: '+442079460018', dialled: '02079460018', email: null },
        { name: 'Tom', phone: null, dialled: '', email: 'Tom@example.com' },
      ],
    }),
  ).toBe('check-up room 2 lia ferrari +442079460018 02079460018 tom tom@example.com');
});

test.each([
  ['', []],
  ['Lía  ferrari', ['%ferrari%', '%lia%']],
  ['(212) 555-0123', ['%5550123%', '%212%']],
  ['+1-212-555-0123', ['%12125550123%']],
  ['10-30 a-1', ['%10-30%', '%a-1%']],
  ['50% _\\', ['%50\\%%', '%\\_\\\\%']],
  ['ana ana', ['%ana%']],
])('%j looks for %j', (text, patterns) => {
  expect(searchPatterns(text)).toEqual(patterns);
});
