import { expect, it } from 'vitest';
import { readRoles } from './role-name.ts';

it.each([
  ['api', ['api']],
  ['worker,api', ['api', 'worker']],
  [' scheduler , worker ', ['worker', 'scheduler']],
  ['api,api', ['api']],
  ['api,worker,scheduler', ['api', 'worker', 'scheduler']],
])('%j names roles', (text, roles) => {
  expect(readRoles(text)).toEqual(roles);
});

it.each(['', ',', 'api,', 'workers', 'api worker', 'API', 'api,clerk'])('%j does not', (text) => {
  expect(readRoles(text)).toBeNull();
});
