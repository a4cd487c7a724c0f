import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { fieldValuesQuery } from '../../api/plans.ts';
import { useSession } from '../../api/session.ts';
import { fieldValuesRequestOf } from './draft-request.ts';
import { useDraft } from './draft-store.ts';

/** What fields say of the first who gets the draft; null where that is nobody, or not known yet. */
export type FieldExamples = { name: string; values: ReadonlyMap<string, string> } | null;

/** Asked for only where it `isWanted`: most never look. */
export function useFieldExamples(isWanted: boolean): FieldExamples {
  const draft = useDraft(useSession().account.id);
  const request = useMemo(() => (isWanted ? fieldValuesRequestOf(draft) : null), [isWanted, draft]);
  const { data } = useQuery(fieldValuesQuery(request));
  return useMemo(
    () =>
      data
        ? { name: data.name, values: new Map(data.items.map(({ name, value }) => [name, value])) }
        : null,
    [data],
  );
}
