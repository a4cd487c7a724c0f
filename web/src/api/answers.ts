import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Answer, AnswerHeld } from '../../../src/contract/answer.ts';
import { call } from './call.ts';
import { orThrow } from './failure.ts';

/** Says what a participant answered, and gives what holds then; null takes it back. */
export function useSayAnswer(participantId: string) {
  const cache = useQueryClient();
  const path = `/participants/${participantId}/answer`;
  return useMutation({
    mutationFn: async (said: Answer | null) =>
      orThrow(
        said === null
          ? await call<AnswerHeld>('DELETE', path)
          : await call<AnswerHeld>('PUT', path, { json: { said } }),
      ),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['appointments'] }),
  });
}
