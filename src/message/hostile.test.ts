import { describe, expect, test } from 'vitest';
import { testConstants } from '../../test/support/merge-constants.ts';
import { english } from '../platform/english.ts';
import { compileContent } from './compile-content.ts';
import { mergeScope } from './merge-scope.ts';
import type { RecipientFields } from './recipient-fields.ts';
import { renderMessage } from './render-message.ts';
import { compileTemplate, renderTemplate } from './template.ts';

/** Microseconds of the processor, so that a busy machine fails nothing. */
const MOST = 2_000_000;

function fieldsOf(name: string): RecipientFields {
  return {
    participant: { name, first_name: name, last_name: name, phone: null, email: null },
    event: {
      title: name,
      location: name,
      calendar: name,
      starts_at: '2027-03-08T14:30:00Z',
      ends_at: '2027-03-08T15:00:00Z',
      all_day: false,
      time_zone: 'America/New_York',
      fields: { room: name },
    },
  };
}

function problemOf(source: string): string {
  const result = compileTemplate(source);
  return 'problems' in result ? english(result.problems[0]?.message ?? '') : 'it compiles';
}

function inTime<Result>(work: () => Result): Result {
  const begin = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(begin);
  expect(user + system).toBeLessThan(MOST);
  return result;
}

describe('hostile names are neutral', () => {
  const text = '[{{ participant.name }}|{{ event.fields.room }}]';
  const render = (name: string) => {
    const result = compileContent({
      sms: { text },
      email: { subject: text, text },
    });
    if ('problems' in result) throw new Error(JSON.stringify(result.problems));
    const scope = mergeScope(fieldsOf(name), testConstants);
    return renderMessage(result.compiled, 'email', scope);
  };

  test.each([
    ['a field', '{{ account.name }}', '{{ account.name }}'],
    ['a condition', '{% if user.name %}x{% endif %}', '{% if user.name %}x{% endif %}'],
    ['a condition that never ends', '{% if', '{% if'],
    ['a new header', 'Ana\r\nBcc: all@example.com', 'Ana Bcc: all@example.com'],
    ['right-to-left marks', 'Ana\u202e\u2067gnp.exe\u2069', 'Anagnp.exe'],
    ['an honest right-to-left name', 'עברית', 'עברית'],
    ['a zero byte', 'A\0na', 'Ana'],
    ['half a character', 'Ana\ud83d', 'Ana\ufffd'],
    ['markup', '<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['a pattern of replacement', "$& $1 $' $`", "$& $1 $' $`"],
  ])('%s', (_, name, said) => {
    const both = `[${said}|${said}]`;
    expect(render(name)).toMatchObject({ subject: both, text: both });
  });

  test('10 kB of letters, of accents on one letter, or of joined faces are cut short', () => {
    for (const name of ['a'.repeat(10_000), `a${'\u0301'.repeat(10_000)}`, '👩‍'.repeat(3_000)]) {
      const { text: said } = inTime(() => render(name));
      expect(said.length).toBeLessThanOrEqual(1_010);
      expect(said).toMatch(/\.\.\.\]$/);
      expect(said.isWellFormed()).toBe(true);
    }
  });

  test('a name of a custom field that every object has says what the calendar says, or nothing', () => {
    const result = compileTemplate('[{{ event.fields.constructor }}{{ event.fields.toString }}]');
    if (!('template' in result)) throw new Error('it compiles');
    const with_ = (fields: Record<string, string>) => {
      const own = fieldsOf('x');
      const event = own.event && { ...own.event, fields };
      return renderTemplate(result.template, mergeScope({ ...own, event }, testConstants));
    };
    expect(with_({})).toBe('[]');
    expect(with_({ constructor: 'Smith' })).toBe('[Smith]');
  });
});

describe('hostile templates are refused or bounded', () => {
  const nest = (depth: number) =>
    `${'{% if user.name %}'.repeat(depth)}x${'{% endif %}'.repeat(depth)}`;

  test.each([
    ['conditions 25 deep', nest(25), 'deep'],
    ['conditions 2,000 deep', nest(2_000), 'deep'],
    ['conditions 6,000 deep', nest(6_000), 'deep'],
    ['more text than any message', 'a'.repeat(300_000), 'too long'],
    ['a loop', '{% for i in (1..1000000000) %}x{% endfor %}', 'There is no {% for %} here'],
    ['a table', '{% tablerow i in (1..1000000000) %}x{% endtablerow %}', 'There is no'],
    ['a range', '{{ (1..1000000000) }}', 'not understood'],
    ['a file', '{% include "/etc/passwd" %}', 'There is no {% include %} here'],
    ['another file', '{% render "../secret.key" %}', 'There is no {% render %} here'],
    ['the inside of the program', '{{ event.constructor.constructor }}', 'There is no'],
    ['its prototype', '{{ account.__proto__ }}', 'There is no'],
    ['a value that doubles', '{% assign a = user.name | append: user.name %}', 'There is no'],
    ['a filter that repeats', '{{ user.name | times: 100000000 }}', 'There is no filter times'],
    [
      'a filter that looks for patterns',
      '{{ user.name | replace_regex: "(a+)+$" }}',
      'There is no filter',
    ],
    ['a field that is never closed', `{{ ${' '.repeat(50_000)}`, 'A {{ is not closed'],
    ['quotes that are never closed', `{{ user.name | default: "${'x'.repeat(50_000)} }}`, ''],
  ])('%s', (_, source, said) => {
    expect(inTime(() => problemOf(source))).toContain(said);
  });

  test.each([
    ['braces', '{'.repeat(99_999)],
    ['braces and blanks', `{${' '.repeat(99_998)}`],
    ['many open braces and blanks', `${`{${' '.repeat(100)}`.repeat(900)}`],
    ['percent signs', '%'.repeat(99_999)],
    ['unknown fields', '{{ abcdefghij.klmnopqrstuvw }}'.repeat(3_000)],
    ['a long unknown field', `{{ ${'a'.repeat(99_000)} }}`],
    ['comparisons', `{% if ${'user.name == "x" and '.repeat(4_000)} user.name %}x{% endif %}`],
    ['filters', `{{ user.name ${'| upcase '.repeat(10_000)} }}`],
    ['comments', '{% comment %}{{ x'.repeat(5_000)],
  ])('100,000 characters of %s are read in time', (_, source) => {
    inTime(() => problemOf(source));
  });

  test('a value goes through at most twenty filters, so that it cannot grow for ever', () => {
    const grown = (times: number) =>
      `{{ user.name${' | append: user.name | upcase'.repeat(times)} }}`;
    expect(problemOf(grown(10))).toBe('it compiles');
    expect(problemOf(grown(11))).toBe('A field goes through at most 20 filters.');
  });

  test('of very many mistakes the first twenty are told', () => {
    const result = compileTemplate('{{ a.b }} '.repeat(1_000));
    expect('problems' in result && result.problems.length).toBe(20);
  });

  test('the longest text with the longest names in every place ends in time', () => {
    const result = inTime(() => compileTemplate('{{participant.name}}'.repeat(5_000)));
    if (!('template' in result)) throw new Error('it compiles');
    const scope = mergeScope(fieldsOf('n'.repeat(10_000)), testConstants);
    const said = inTime(() => renderTemplate(result.template, scope));
    expect(said.length).toBeLessThanOrEqual(2_500_000);
  });

  test('filters cannot move a day beyond what a calendar knows, or cut out of nothing', () => {
    const render = (source: string) => {
      const result = compileTemplate(source);
      if (!('template' in result)) throw new Error(JSON.stringify(result));
      return renderTemplate(result.template, mergeScope(fieldsOf('Ana'), testConstants));
    };
    expect(render('{{ event.time_phrase | add_minutes: -999999999999999 }}')).toBe('9:30 AM');
    expect(render('{{ participant.name | truncate: -5 }}')).toBe('');
    expect(render('{{ participant.name | truncate: 1000000000000 }}')).toBe('Ana');
    expect(render('{{ participant.name | truncatewords: 99999999, "…" }}')).toBe('Ana');
  });
});
