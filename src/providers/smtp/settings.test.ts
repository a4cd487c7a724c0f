import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { smtpSettings } from '../../contract/provider.ts';
import { joinSmtpSettings, splitSmtpSettings } from './settings.ts';

const key = randomBytes(32);
const settings = smtpSettings.parse({
  host: 'mail.example.com',
  user: 'desk',
  password: 'correct horse',
  fromAddress: 'desk@example.com',
});

test('the password is stored sealed, the rest in plain, and both come back', () => {
  const row = splitSmtpSettings(settings, key);
  expect(JSON.stringify(row)).not.toContain('horse');
  expect(row.secret?.toString('latin1')).not.toContain('horse');
  expect(joinSmtpSettings(row, key)).toEqual(settings);
});

test('no password is no secret', () => {
  const row = splitSmtpSettings({ ...settings, password: '' }, key);
  expect(row.secret).toBeNull();
  expect(joinSmtpSettings(row, key).password).toBe('');
});

test('another key does not open it', () => {
  const row = splitSmtpSettings(settings, key);
  expect(() => joinSmtpSettings(row, randomBytes(32))).toThrow();
});
