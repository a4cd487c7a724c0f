import { expect, test } from 'vitest';
import type { PersonDraft } from './extract-people.ts';
import { matchParticipants } from './match-participants.ts';

const draft = (personKey: string): PersonDraft => ({
  name: personKey,
  firstName: '',
  lastName: '',
  phone: null,
  email: null,
  invalidAddress: null,
  personKey,
});
const match = (known: string[], drafts: string[]) => {
  const { people, goneIds } = matchParticipants(
    known.map((personKey, i) => ({ id: `id${i}`, personKey })),
    drafts.map(draft),
  );
  return { ids: people.map((person) => person.id), goneIds };
};

test.each<[string, string[], string[], (string | null)[], string[]]>([
  ['nothing changed', ['ana|+1', 'tom|+1'], ['ana|+1', 'tom|+1'], ['id0', 'id1'], []],
  ['another order', ['ana|+1', 'tom|+1'], ['tom|+1', 'ana|+1'], ['id1', 'id0'], []],
  ['another number', ['ana|+1'], ['ana|+2'], ['id0'], []],
  ['the same key wins over the same name', ['ana|+1', 'ana|+2'], ['ana|+2'], ['id1'], ['id0']],
  ['one came, one left', ['ana|+1'], ['tom|+1'], [null], ['id0']],
  ['people without a name are told apart by address', ['|+1'], ['|+2'], [null], ['id0']],
  ['the same key twice', ['ana|+1'], ['ana|+1', 'ana|+1'], ['id0', null], []],
])('%s', (_, known, drafts, ids, goneIds) => {
  expect(match(known, drafts)).toEqual({ ids, goneIds });
});
