import { plural, t } from '@lingui/core/macro';
import { listed } from '../../format/count.ts';
import { type Draft, emailOf } from './draft.ts';
import { contactsCount } from './draft-contacts.ts';

/** Enough to know it by. */
const MOST = 60;

/** A draft in a line, by how it begins and whom it is for: "Draft: “Dear parents, …”, for 3 appointments". */
export function draftInWords(draft: Draft): string {
  const words = beginningOf(draft);
  const who = draftedFor(draft);
  if (words === '') return who === '' ? t`A draft waits` : t`Draft without words, for ${who}`;
  return who === '' ? t`Draft: “${words}”` : t`Draft: “${words}”, for ${who}`;
}

function beginningOf(draft: Draft): string {
  const { sms, subject, voice } = draft;
  const written = [sms, subject, plainOf(emailOf(draft)), voice].map((words) =>
    words.replace(/\s+/g, ' ').trim(),
  );
  const [...letters] = written.find((words) => words !== '') ?? '';
  return letters.length > MOST ? `${letters.slice(0, MOST).join('').trimEnd()}…` : letters.join('');
}

function draftedFor({ ticked, contacts, tags, groups, recipients, people }: Draft): string {
  const appointments = ticked?.appointments ?? 0;
  const others =
    people.length + (contacts ? contactsCount(contacts) : 0) + (recipients?.people ?? 0);
  return listed([
    ...(appointments > 0
      ? [plural(appointments, { one: '# appointment', other: '# appointments' })]
      : []),
    ...(tags.length > 0 ? [plural(tags.length, { one: '# tag', other: '# tags' })] : []),
    ...(groups.length > 0 ? [plural(groups.length, { one: '# group', other: '# groups' })] : []),
    ...(others > 0 ? [plural(others, { one: '# person', other: '# people' })] : []),
  ]);
}

/** It is shown as text, so nothing is harmed by what this leaves. */
function plainOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&');
}
