import { expect, test } from 'vitest';
import { plainCall } from '../compose/draft-media.ts';
import { carriedAttachments, carriedFiles } from './carried-files.ts';

const file = (id: string) => ({
  id,
  name: `${id}.pdf`,
  type: 'application/pdf',
  size: 1,
  seconds: null,
});
const map = file('map');
const hello = file('hello');
const machine = file('machine');
const files = new Map([map, hello, machine].map((one) => [one.id, one]));
const sms = { text: 'The way in', attachments: ['map'] };
const email = { subject: 'C', text: 'C' };
const voice = { audioId: 'hello', voicemail: { audioId: 'machine' } };

test('the same channel has the same files, another one those that it can take', () => {
  expect(carriedFiles({ sms }, ['sms'], files)).toEqual({ smsFiles: [map] });
  expect(carriedFiles({ sms }, ['email'], files)).toEqual({ emailFiles: [map] });
  expect(carriedFiles({ sms, email }, ['sms', 'email'], files)).toEqual({
    smsFiles: [map],
    emailFiles: [],
  });
  expect(carriedFiles({ sms }, ['voice'], files)).toEqual({});
});

test('a text takes no more files of an email than a text may have', () => {
  const many = ['1', '2', '3', '4', '5', '6'];
  const all = new Map(many.map((id) => [id, file(id)]));
  const mail = { email: { ...email, attachments: many } };
  expect(carriedFiles(mail, ['sms'], all).smsFiles).toHaveLength(5);
  expect(carriedFiles(mail, ['email'], all).emailFiles).toHaveLength(6);
});

test('a call plays again what it played, but not where that is to be corrected', () => {
  const call = { ...plainCall, sound: hello, voicemail: '', voicemailSound: machine };
  expect(carriedFiles({ voice }, ['voice'], files)).toEqual({ call });
  expect(carriedAttachments({ voice }, ['voice'], files)).toEqual({});
});
