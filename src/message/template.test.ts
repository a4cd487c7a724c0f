import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { testConstants } from '../../test/support/merge-constants.ts';
import { mergeFields } from '../contract/merge-field.ts';
import { mergeScope } from './merge-scope.ts';
import type { RecipientFields } from './recipient-fields.ts';
import { type CompiledTemplate, compileTemplate, renderTemplate } from './template.ts';

const ana: RecipientFields = {
  participant: {
    name: 'Ana Ruiz',
    first_name: 'Ana',
    last_name: 'Ruiz',
    phone: '+12125550123',
    email: 'ana@example.com',
    title: 'Dr',
    language: 'en',
    time_zone: 'America/New_York',
    fields: { card_no: '4711' },
  },
  event: {
    title: 'Check-up',
    location: 'Room 2',
    calendar: 'Dr Weiss',
    fields: { room: '2' },
    starts_at: '2027-03-08T14:30:00Z',
    ends_at: '2027-03-08T15:00:00Z',
    all_day: false,
    time_zone: 'America/New_York',
  },
};
const constants = testConstants;

function compiled(source: string): CompiledTemplate {
  const result = compileTemplate(source);
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return result.template;
}

function render(source: string, fields: RecipientFields = ana): string {
  return renderTemplate(compiled(source), mergeScope(fields, constants));
}

describe('merge fields', () => {
  test.each(mergeFields)('{{ $name }} reads "$example"', ({ name, example }) => {
    expect(render(`{{ ${name} }}`)).toBe(example);
  });

  test('an all-day appointment has a day and no time', () => {
    const allDay = { ...ana, event: ana.event && { ...ana.event, all_day: true } };
    expect(render('{{ event.day_and_time_phrase }}', allDay)).toBe('Monday, March 8');
    expect(render('{{ event.time_phrase }}', allDay)).toBe('all day');
    expect(render('{{ event.time_phrase | add_minutes: 15 }}', allDay)).toBe('all day');
  });

  test('times are said in the zone of the event, across daylight saving', () => {
    const sydney = { ...ana, event: ana.event && { ...ana.event, time_zone: 'Australia/Sydney' } };
    expect(render('{{ event.day_and_time_phrase }}', sydney)).toBe('Tuesday, March 9 at 1:30 AM');
    const later = {
      ...ana,
      event: ana.event && { ...ana.event, starts_at: '2027-03-15T14:30:00Z' },
    };
    expect(render('{{ event.time_phrase }}', later)).toBe('10:30 AM');
  });

  test('somebody without an appointment has empty event fields', () => {
    expect(render('[{{ event.title }}{{ event.date_phrase }}]', { ...ana, event: null })).toBe(
      '[]',
    );
  });

  test('a value is data: braces, markup and line breaks in a name do nothing', () => {
    const name = '{{ user.name }}<b>\r\nBcc: x';
    const hostile = { ...ana, participant: { ...ana.participant, name } };
    expect(render('{{ participant.name }}', hostile)).toBe('{{ user.name }}<b> Bcc: x');
  });
});

describe('filters', () => {
  test.each([
    ['{{ participant.first_name | upcase }}', 'ANA'],
    ['{{ participant.first_name | downcase | capitalize }}', 'Ana'],
    ['{{ "  x " | strip }}', 'x'],
    ['{{ "" | default: participant.name }}', 'Ana Ruiz'],
    ['{{ event.title | truncate: 6 }}', 'Che...'],
    ['{{ event.title | truncate: 5, "" }}', 'Check'],
    ['{{ account.name | truncatewords: 2 }}', 'Hill Street...'],
    ['{{ participant.first_name | append: "!" | prepend: "¡" }}', '¡Ana!'],
    ['{{ event.time_phrase | add_minutes: -15 }}', '9:15 AM'],
    ['{{ event.day_and_time_phrase | add_minutes: 1440 }}', 'Tuesday, March 9 at 9:30 AM'],
    ['{{ event.date_phrase | time }}', '9:30 AM'],
    ['{{ event.time_phrase | date: "short" }}', 'Mon, Mar 8'],
    ['{{ event.time_phrase | date: "numeric" }}', '3/8/2027'],
    ['{{ event.starts_at | day }}', 'Monday'],
    ['{{ event.ends_at | date: "weekday" }}', 'Monday'],
    ['{{ event.ends_at | time }}', '10:00 AM'],
    ['{{ event.end_time_phrase | add_minutes: 5 }}', '10:05 AM'],
    ['{{ participant.phone | phone }}', '+1 212 555 0123'],
    ['{{ participant.phone | phone: "national" }}', '(212) 555-0123'],
    ['{{ participant.name | phone }}', 'Ana Ruiz'],
    ['{{ event.fields.room }}/{{ participant.fields.card_no }}', '2/4711'],
    ['{{ event.time_phrase | date | upcase }}', 'MONDAY, MARCH 8'],
  ])('%s reads "%s"', (source, text) => {
    expect(render(source)).toBe(text);
  });
});

describe('languages', () => {
  const event = ana.event;
  const said = (language: string, country = 'US', source = '{{ event.day_and_time_phrase }}') => {
    const participant = { ...ana.participant, language };
    const own = { ...constants, account: { ...constants.account, country } };
    return renderTemplate(compiled(source), mergeScope({ participant, event }, own));
  };

  test('the recipient’s own decides, and the country where the language names none', () => {
    expect(said('en')).toBe('Monday, March 8 at 9:30 AM');
    expect(said('en', 'GB')).toBe('Monday 8 March at 9:30');
    expect(said('en-GB')).toBe('Monday 8 March at 9:30');
    expect(said('es')).toBe('lunes, 8 de marzo, 9:30 a.m.');
    expect(said('fr', 'FR')).toBe('lundi 8 mars à 9:30');
    expect(said('pt-BR')).toMatch(/^segunda-feira, 8 de março/);
  });

  test('what is no language, or one that nobody here speaks, is the account’s', () => {
    for (const language of ['', 'klingon', 'x', '../../etc', 'a'.repeat(10_000), 'zz', '{{'])
      expect(said(language)).toBe('Monday, March 8 at 9:30 AM');
  });

  test('a text can speak to each in their own', () => {
    const source = '{% if participant.language == "es" %}Hola{% else %}Hello{% endif %}';
    expect([said('es', 'US', source), said('en', 'US', source)]).toEqual(['Hola', 'Hello']);
  });

  test('all day, and how long it takes', () => {
    const days = event && {
      ...event,
      all_day: true,
      starts_at: '2027-03-08T05:00:00Z',
      ends_at: '2027-03-10T05:00:00Z',
    };
    const source = '{{ event.time_phrase }}, {{ event.duration }}, {{ event.ends_at | date }}';
    const participant = { ...ana.participant, language: 'de' };
    expect(render(source, { participant, event: days })).toBe(
      'ganztägig, 2 Tage, Dienstag, 9. März',
    );
  });
});

describe('conditions', () => {
  const nameless = { ...ana, participant: { ...ana.participant, first_name: '' } };

  test('an empty field is false', () => {
    const greeting =
      '{% if participant.first_name %}Hi {{ participant.first_name }}{% else %}Hello{% endif %}';
    expect(render(greeting)).toBe('Hi Ana');
    expect(render(greeting, nameless)).toBe('Hello');
    expect(render('{% unless event.date_phrase %}no{% endunless %}', { ...ana, event: null })).toBe(
      'no',
    );
  });

  test('a time compares as its words', () => {
    expect(render('{% if event.time_phrase == "9:30 AM" %}yes{% endif %}')).toBe('yes');
    expect(render('{% if event.date_phrase contains "Monday" %}yes{% endif %}')).toBe('yes');
    expect(render('{% case event.time_phrase %}{% when "9:30 AM" %}yes{% endcase %}')).toBe('yes');
  });
});

test('plain braces of a text that speaks of none of our fields are left alone', () => {
  expect(render('Use {code} or {} or { a: 1 }')).toBe('Use {code} or {} or { a: 1 }');
});

describe('what a text uses', () => {
  test('required is what is put out as it is', () => {
    const { fields, required, speaksOfAppointment } = compiled(
      `Hi {{ participant.first_name | upcase }}, {{ participant.last_name | default: "friend" }}
       {% if event.location %}in {{ event.location }}{% endif %} {{ account.name }}
       {{ participant['email'] | append: participant.phone }}`,
    );
    expect(fields).toEqual([
      'participant.first_name',
      'participant.last_name',
      'event.location',
      'account.name',
      'participant.email',
      'participant.phone',
    ]);
    expect(required).toEqual(['participant.first_name', 'participant.email', 'participant.phone']);
    expect(speaksOfAppointment).toBe(true);
  });

  test('a field in a condition alone speaks of the appointment', () => {
    expect(compiled('{% case event.title %}{% when "x" %}y{% endcase %}').fields).toEqual([
      'event.title',
    ]);
    expect(compiled('Hi {{ participant.name }}').speaksOfAppointment).toBe(false);
  });
});

test('what compiles can be rendered for anybody, and leaves no field unfilled', () => {
  const field = fc.constantFrom(...mergeFields.map(({ name }) => name));
  const filter = fc.constantFrom(
    '',
    '|upcase',
    '|default:"x"',
    '|truncate:3',
    '|add_minutes:9',
    '|x',
  );
  const output = fc.tuple(field, filter).map(([name, chain]) => `{{${name}${chain}}}`);
  const condition = fc
    .tuple(field, output)
    .map(([name, then]) => `{% if ${name} %}${then}{% endif %}`);
  const piece = fc.oneof(
    output,
    condition,
    fc.string({ unit: 'binary' }),
    fc.constantFrom('{{', '%}'),
  );
  const word = fc.string({ unit: 'binary' });
  fc.assert(
    fc.property(fc.array(piece), word, word, fc.boolean(), (pieces, name, title, typed) => {
      const result = compileTemplate(pieces.join(' '));
      if ('problems' in result) return;
      const participant = { ...ana.participant, name, first_name: name };
      const event = ana.event && !typed ? { ...ana.event, title } : null;
      const text = renderTemplate(result.template, mergeScope({ participant, event }, constants));
      if (!/[{}]/.test(name + title)) expect(text).not.toMatch(/\{\{|\}\}|\{%|%\}/);
    }),
    { numRuns: 200 },
  );
});
