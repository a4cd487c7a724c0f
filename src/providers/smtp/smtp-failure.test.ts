import { expect, test } from 'vitest';
import { failedSend, type SmtpError } from './smtp-failure.ts';

function refused(command: string, response: string): SmtpError {
  const code =
    command === 'message' ? 'EMESSAGE' : command.startsWith('AUTH') ? 'EAUTH' : 'EENVELOPE';
  const responseCode = Number(response.slice(0, 3));
  const verb = command === 'message' ? 'DATA' : command;
  return Object.assign(new Error(response), { code, command: verb, response, responseCode });
}

test.each([
  ['RCPT TO', '550 5.1.1 User unknown', 'rejected', 'invalid_address', '550 5.1.1'],
  ['RCPT TO', '550 no such user', 'rejected', 'invalid_address', '550'],
  [
    'RCPT TO',
    '550-5.1.1 The account\r\n550 5.1.1 does not exist',
    'rejected',
    'invalid_address',
    '550 5.1.1',
  ],
  ['RCPT TO', '552 5.2.2 Mailbox full', 'rejected', 'mailbox_full', '552 5.2.2'],
  ['RCPT TO', '552 over quota', 'rejected', 'mailbox_full', '552'],
  ['RCPT TO', '452 4.2.2 Mailbox full', 'retryable', 'mailbox_full', '452 4.2.2'],
  ['RCPT TO', '550 5.2.1 Mailbox disabled', 'rejected', 'unreachable', '550 5.2.1'],
  ['RCPT TO', '550 5.4.4 No route', 'rejected', 'unreachable', '550 5.4.4'],
  ['RCPT TO', '556 Domain takes no mail', 'rejected', 'invalid_address', '556'],
  ['RCPT TO', '554 5.7.1 Relay access denied', 'rejected', 'carrier_blocked', '554 5.7.1'],
  ['RCPT TO', '450 4.2.0 Greylisted', 'retryable', 'unreachable', '450 4.2.0'],
  ['RCPT TO', '451 4.7.1 Greylisted', 'retryable', 'rate_limited', '451 4.7.1'],
  ['RCPT TO', '451 Local error', 'retryable', 'unreachable', '451'],
  ['RCPT TO', '452 4.5.3 Too many recipients', 'retryable', 'rate_limited', '452 4.5.3'],
  ['MAIL FROM', '553 5.1.8 Bad sender', 'retryable', 'provider_misconfigured', '553 5.1.8'],
  [
    'MAIL FROM',
    '530 5.7.0 Authentication required',
    'retryable',
    'provider_misconfigured',
    '530 5.7.0',
  ],
  ['MAIL FROM', '421 4.3.2 Shutting down', 'retryable', 'provider_down', '421 4.3.2'],
  ['MAIL FROM', '503 5.5.1 Nested MAIL', 'retryable', 'provider_down', '503 5.5.1'],
  ['message', '554 5.7.1 Spam', 'rejected', 'content_rejected', '554 5.7.1'],
  ['message', '554 Transaction failed', 'rejected', 'content_rejected', '554'],
  ['message', '552 5.3.4 Too big', 'rejected', 'message_too_large', '552 5.3.4'],
  ['message', '451 4.3.0 Try later', 'retryable', 'provider_down', '451 4.3.0'],
  ['AUTH PLAIN', '535 5.7.8 Bad credentials', 'retryable', 'provider_misconfigured', '535 5.7.8'],
  ['AUTH PLAIN', '454 4.7.0 Temporary failure', 'retryable', 'provider_down', '454 4.7.0'],
  ['CONN', '554 No service here', 'retryable', 'provider_misconfigured', '554'],
])('%s: %s is %s, %s', (command, response, outcome, reason, code) => {
  expect(failedSend(refused(command, response), command === 'message')).toEqual({
    outcome,
    reason,
    code,
    answer: response.replace('\r\n', ' '),
  });
});

test('a lost connection is surely not taken before the body, and uncertain from then on', () => {
  const error = Object.assign(new Error('read ECONNRESET'), { code: 'ESOCKET' });
  expect(failedSend(error, false)).toMatchObject({ outcome: 'retryable', reason: 'provider_down' });
  expect(failedSend(error, true)).toEqual({ outcome: 'uncertain', answer: 'read ECONNRESET' });
});

test('a reply that nobody waited for is no proof', () => {
  const error = Object.assign(refused('CONN', '550 what?'), { code: 'EPROTOCOL' });
  expect(failedSend(error, true)).toMatchObject({ outcome: 'uncertain' });
});

test('a certificate that is wrong is for the administrator, and may be mended', () => {
  const error = Object.assign(new Error('self-signed certificate'), {
    code: 'ESOCKET',
    originalCode: 'DEPTH_ZERO_SELF_SIGNED_CERT',
  });
  expect(failedSend(error, false)).toMatchObject({
    outcome: 'retryable',
    reason: 'provider_misconfigured',
    code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
  });
});
