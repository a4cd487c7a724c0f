import { compileContent } from '../src/message/compile-content.ts';
import { mergeScope } from '../src/message/merge-scope.ts';
import { renderMessage } from '../src/message/render-message.ts';
import type { Submission } from '../src/providers/provider.ts';
import { testConstants } from '../test/support/merge-constants.ts';

const paragraph =
  'a pipe has burst above the waiting room – the practice stays closed until the plumbers have been. ' +
  'We are sorry for the trouble, and will call everybody whose appointment cannot be kept. ';

/** A mail as a practice writes it, of some 4 kB: names and a place in it, and one condition. */
export const newsletter = {
  subject: 'Closed tomorrow, {{ participant.first_name }}',
  html: [
    '<h2>Closed because of water</h2>',
    '<p>Dear {{ participant.first_name }} {{ participant.last_name }},</p>',
    ...Array.from(
      { length: 8 },
      (_, n) => `<p><strong>${n + 1}.</strong> ${paragraph.repeat(2)}</p>`,
    ),
    '<p>{% if participant.last_name %}We have {{ participant.email }} as your address.{% endif %}</p>',
    '<p>Yours, <em>{{ account.name }}</em></p>',
  ].join('\n'),
};

/** So many mails, rendered, each to an address of its own. */
export function newsletters(count: number): Submission[] {
  const result = compileContent({ email: newsletter });
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  const constants = testConstants;
  return Array.from({ length: count }, (_, n) => {
    const address = `person${n}@example.com`;
    const name = n % 10 === 0 ? `Zoë Nuñez ${n}` : `Person ${n}`;
    const [first_name = '', ...others] = name.split(' ');
    const participant = {
      name,
      first_name,
      last_name: others.join(' '),
      phone: '',
      email: address,
    };
    const message = renderMessage(
      result.compiled,
      'email',
      mergeScope({ participant, event: null }, constants),
    );
    const reference = `0198c0de-0000-7000-8000-${String(n).padStart(12, '0')}`;
    return { reference, accountId: '', channel: 'email', address, name, ...message };
  });
}
