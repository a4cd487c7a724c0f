import { describe, expect, test } from 'vitest';
import { inEnglish } from '../../test/support/in-english.ts';
import { compileTemplate } from './template.ts';
import type { TemplateProblem } from './template-problem.ts';

function problems(source: string): TemplateProblem[] {
  const result = compileTemplate(source);
  return 'problems' in result ? inEnglish(result.problems) : [];
}

describe('misused filters', () => {
  test.each([
    ['{{ participant.name | add_minutes: 5 }}', 'works on a day or time only'],
    ['{{ event.time_phrase | upcase | add_minutes: 5 }}', 'works on a day or time only'],
    ['{{ event.time_phrase | add_minutes }}', 'takes 1 value'],
    ['{{ event.time_phrase | add_minutes: "5" }}', 'takes a number'],
    ['{{ event.date_phrase | date: "%B %d" }}', 'takes "long", "short", "numeric"'],
    ['{{ participant.name | upcase: 1 }}', 'takes nothing behind it'],
    ['{{ participant.name | default: "x", allow_false: true }}', 'takes 1 value'],
    ['{{ participant.name | default: allow_false: true }}', 'takes no named values'],
    ['{{ participant.name | uppcase }}', 'There is no filter uppcase; did you mean upcase?'],
    ['{{ participant.name | where: "a" }}', 'There is no filter where'],
  ])('%s: %s', (source, message) => {
    expect(problems(source)).toMatchObject([{ message: expect.stringContaining(message) }]);
  });
});

describe('unknown fields and broken syntax', () => {
  test('an unknown field says where it is and what was probably meant', () => {
    expect(problems('Hello\n  {{ participant.firstname }}')).toEqual([
      {
        message:
          'There is no {{ participant.firstname }}; did you mean {{ participant.first_name }}?',
        line: 2,
        column: 6,
        field: 'participant.firstname',
        suggestion: 'participant.first_name',
      },
    ]);
  });

  test.each([
    ['first_name', 'participant.first_name'],
    ['Participant.FirstName', 'participant.first_name'],
    ['patient.last_name', 'participant.last_name'],
    ['event.day_and_time', 'event.day_and_time_phrase'],
    ['event.date', 'event.date_phrase'],
    ['zzzzzzzz', null],
  ])('{{ %s }} suggests %s', (wrong, meant) => {
    const [problem] = problems(`{{ ${wrong} }}`);
    expect(problem?.suggestion ?? null).toBe(meant);
  });

  test('all unknown fields are listed, also those in conditions and filters', () => {
    const source =
      '{{ a.b }}{% if c.d %}{{ e }}{% elsif f %}{% endif %}{{ user.name | default: g }}{% case h %}{% when i %}{% endcase %}';
    expect(problems(source).map((problem) => problem.field)).toEqual(
      expect.arrayContaining(['a.b', 'c.d', 'e', 'f', 'g', 'h', 'i']),
    );
  });

  test.each([
    ['Hi {{ participant.name', 'A {{ is not closed'],
    ['Hi {% if user.name', 'A {% is not closed'],
    ['{% if user.name %}x', '{% if %} is not closed: put {% endif %}'],
    ['{% comment %}x', '{% comment %} is not closed'],
    ['x{% endif %}', 'There is a {% endif %} without its {% if %}'],
    ['{% else %}', 'There is a {% else %} without its {% if %}'],
    ['participant.name }}', 'There is a }} without its {{'],
    ['user.name %}', 'There is a %} without its {%'],
    ['Hi { participant.first_name }', 'A field takes two braces'],
    ['Hi {First_Name}', 'A field takes two braces'],
    ['{{ }}', 'This is not understood'],
    ['{{ user.name account.name }}', 'This is not understood'],
    ['{% if == "x" %}{% endif %}', 'This is not understood'],
    ['{% if user.name = "x" %}{% endif %}', 'This is not understood'],
    ['{{ (1..900000000) }}', 'This is not understood'],
    ['{{ participant }}', 'There is no {{ participant }}'],
    ['{{ participant.constructor }}', 'There is no {{ participant.constructor }}'],
    ['{{ participant.name.size }}', 'There is no {{ participant.name.size }}'],
    ['{{ participant[user.name] }}', 'There is no {{ participant[user.name] }}'],
    ['{{ "x".size }}', 'There is no {{ "x".size }}'],
  ])('%s: %s', (source, message) => {
    expect(problems(source)).toMatchObject([{ message: expect.stringContaining(message) }]);
  });

  test.each([
    'for',
    'tablerow',
    'include',
    'render',
    'layout',
    'block',
    'capture',
    'increment',
    'decrement',
    'cycle',
    'assign',
    'echo',
    'liquid',
    'raw',
    'break',
    'continue',
  ])('there is no tag %s', (tag) => {
    expect(problems(`{% ${tag} x %}`)).toMatchObject([
      { message: `There is no {% ${tag} %} here; there are if, unless and case.` },
    ]);
  });

  test('conditions that stand too deep in one another are refused, not overflowed', () => {
    for (const depth of [25, 6_000]) {
      const source = '{% if user.name %}'.repeat(depth) + '{% endif %}'.repeat(depth);
      expect(problems(source)[0]?.message).toContain('deep');
    }
  });
});
