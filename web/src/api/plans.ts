import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { FieldValues } from '../../../src/contract/insertable-field.ts';
import type { Plan, PlanRequest, Preview, PreviewRequest } from '../../../src/contract/plan.ts';
import { call } from './call.ts';
import { orThrow } from './failure.ts';

/** Who gets what, and who does not and why. */
export const planQuery = (request: PlanRequest | null) =>
  queryOptions({
    queryKey: ['plan', request],
    enabled: request !== null,
    placeholderData: keepPreviousData,
    gcTime: 60_000,
    queryFn: async ({ signal }) =>
      orThrow(await call<Plan>('POST', '/plans', { json: request, signal, timeout: 60_000 })),
  });

/** What one real recipient would get. */
export const previewQuery = (request: PreviewRequest | null) =>
  queryOptions({
    queryKey: ['preview', request],
    enabled: request !== null,
    placeholderData: keepPreviousData,
    gcTime: 60_000,
    queryFn: async ({ signal }) =>
      orThrow(await call<Preview>('POST', '/previews', { json: request, signal, timeout: 60_000 })),
  });

/** What each field that a text may name says of the first who gets something. */
export const fieldValuesQuery = (request: PreviewRequest | null) =>
  queryOptions({
    queryKey: ['field-values', request],
    enabled: request !== null,
    gcTime: 60_000,
    queryFn: async ({ signal }) =>
      orThrow(
        await call<FieldValues>('POST', '/field-values', {
          json: request,
          signal,
          timeout: 60_000,
        }),
      ),
  });
