import type { core } from 'zod';
import type { Sentence } from '../contract/said.ts';
import { english } from '../platform/english.ts';

const KINDS: Readonly<Record<string, string>> = {
  string: /*i18n*/ 'this should be a text',
  number: /*i18n*/ 'this should be a number',
  int: /*i18n*/ 'this should be a whole number',
  boolean: /*i18n*/ 'this should be true or false',
  object: /*i18n*/ 'this should be an object',
  array: /*i18n*/ 'this should be a list',
};

const FORMATS: Readonly<Record<string, string>> = {
  uuid: /*i18n*/ 'this should be an id as Headsup gives them',
  date: /*i18n*/ 'this should be a day as in 2026-03-08',
  datetime: /*i18n*/ 'this should be an instant as in 2026-03-08T14:00:00Z',
  email: /*i18n*/ 'this should be an email address as in you@example.com',
};

/** Says what a field should be, for people, where its schema has no words of its own. */
export function plainWords(issue: core.$ZodRawIssue): string {
  if (issue.code === 'invalid_type' && issue.input === undefined) return MISSING;
  return english(sentenceFor(issue));
}

/** What zod kept as words, with its places if they are ours: words of a schema are a sentence by themselves. */
export function inPlaces(issue: core.$ZodIssue): Sentence {
  const sentence = sentenceFor(issue);
  return english(sentence) === issue.message ? sentence : issue.message;
}

const MISSING = /*i18n*/ 'this is missing';
const NOT_RIGHT = /*i18n*/ 'this is not right';

function sentenceFor(issue: core.$ZodRawIssue | core.$ZodIssue): Sentence {
  switch (issue.code) {
    case 'invalid_type':
      return KINDS[issue.expected] ?? shouldBe(issue.expected);
    case 'unrecognized_keys':
      return {
        text: /*i18n*/ 'there is no field of the name {names}',
        values: { names: issue.keys.map((key) => `“${key}”`).join(', ') },
      };
    case 'too_big':
      return atMost(issue.maximum, issue.origin);
    case 'too_small':
      return atLeast(issue.minimum, issue.origin);
    case 'invalid_format':
      return (
        FORMATS[issue.format] ?? {
          text: /*i18n*/ 'this should be of the form {form}',
          values: { form: issue.format },
        }
      );
    case 'invalid_value':
      return shouldBe(issue.values.map(String).join(' or '));
    case 'invalid_union':
      return nearestForm(issue.errors);
    default:
      return NOT_RIGHT;
  }
}

function shouldBe(what: string): Sentence {
  return { text: /*i18n*/ 'this should be {what}', values: { what } };
}

function atMost(limit: number | bigint, origin: string): Sentence {
  const values = { most: String(limit) };
  switch (origin) {
    case 'string':
      return { text: /*i18n*/ 'at most {most} characters', values };
    case 'array':
      return { text: /*i18n*/ 'at most {most} entries', values };
    default:
      return { text: /*i18n*/ 'at most {most}', values };
  }
}

function atLeast(limit: number | bigint, origin: string): Sentence {
  const values = { least: String(limit) };
  switch (origin) {
    case 'string':
      return { text: /*i18n*/ 'at least {least} characters', values };
    case 'array':
      return { text: /*i18n*/ 'at least {least} entries', values };
    default:
      return { text: /*i18n*/ 'at least {least}', values };
  }
}

/** Of the forms that a value may have, what is wrong with the one whose fields it has. */
function nearestForm(forms: readonly (readonly core.$ZodIssue[])[]): Sentence {
  const isMeant = (form: readonly core.$ZodIssue[]) =>
    form.every(({ code }) => code !== 'unrecognized_keys');
  const [issue] = forms.find(isMeant) ?? forms[0] ?? [];
  if (!issue) return NOT_RIGHT;
  const what = inPlaces(issue);
  if (issue.path.length === 0) return what;
  return {
    text: /*i18n*/ '{field}: {what}',
    values: { field: issue.path.join('.'), what: typeof what === 'string' ? { text: what } : what },
  };
}
