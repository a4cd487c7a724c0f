import { expect, it } from 'vitest';
import { consentDetail } from './consents.ts';

it('says in words what the server noted by itself, and leaves what a person wrote', () => {
  expect(consentDetail('Sent to +12125550199')).toBe('Sent to +12125550199');
  expect(consentDetail('Taken off the list, where it stood for stop')).toBe(
    'Taken off the list: They sent STOP or said so',
  );
  expect(consentDetail('Sent to the desk by Ana')).toBe('Sent to the desk by Ana');
  expect(consentDetail('')).toBe('');
});
