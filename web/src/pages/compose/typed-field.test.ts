import { describe, expect, it } from 'vitest';
import type { InsertableField } from '../../../../src/contract/insertable-field.ts';
import { mergeFields } from '../../../../src/contract/merge-field.ts';
import { fieldBeingTyped, fieldsLike, withField } from './typed-field.ts';

describe('a field that is being typed', () => {
  it.each([
    ['Hello {{', 6, ''],
    ['Hello {{ ', 6, ''],
    ['Hello {{ First na', 6, 'first na'],
    ['{{ a }} and {{participant.fi', 12, 'participant.fi'],
  ])('%j', (text, from, query) => {
    expect(fieldBeingTyped(text, text.length)).toEqual({ from, query });
  });

  it.each(['Hello {', 'Hello {{ a }}', '{{ a | default', '{{ a\nb', 'Hello'])(
    'none in %j',
    (text) => {
      expect(fieldBeingTyped(text, text.length)).toBeNull();
    },
  );

  it('takes the place of what was typed, and of braces that close it', () => {
    const text = 'Hello {{ fir }}, bye';
    expect(withField(text, { from: 6 }, 12, 'participant.first_name')).toEqual({
      text: 'Hello {{ participant.first_name }}, bye',
      cursor: 34,
    });
    expect(withField('{{ par.x }}!', { from: 0 }, 6, 'user.name').text).toBe('{{ user.name }}!');
    expect(withField('{{', { from: 0 }, 2, 'user.name').text).toBe('{{ user.name }}');
  });
});

describe('the fields that are offered', () => {
  const fields = mergeFields.map((field): InsertableField => {
    return { ...field, group: 'participant', custom: false };
  });
  const names = (query: string) => fieldsLike(fields, query).map(({ name }) => name);

  it('are all at first, then those that begin with what was typed, by name or by label', () => {
    expect(names('')).toHaveLength(fields.length);
    expect(names('first')).toEqual(['participant.first_name', 'user.first_name']);
    expect(names('event.time')[0]).toBe('event.time_phrase');
    expect(names('day and')).toEqual(['event.day_and_time_phrase']);
    expect(names('nothing like it')).toEqual([]);
  });
});
