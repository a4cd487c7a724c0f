import { expect, test } from 'vitest';
import { hostGuard } from './host-guard.ts';

const local = hostGuard('127.0.0.1', null);
const published = hostGuard('0.0.0.0', new URL('https://headsup.example.com'));

test.for(['localhost:8080', 'LOCALHOST:8080', '127.0.0.1:8080', '[::1]:8080', '127.0.0.1'])(
  'answers under %s',
  (host) => {
    expect(() => local({ method: 'GET', headers: { host } })).not.toThrow();
  },
);

test.for([
  'evil.example:8080',
  '127.0.0.1.evil.example',
  'localhost.evil.example',
  '',
  '[::2]:8080',
])('does not answer under “%s”', (host) => {
  expect(() => local({ method: 'GET', headers: { host } })).toThrow(/HEADSUP_URL/);
});

test('answers under the address listened on and the public one', () => {
  for (const host of ['headsup.example.com', '0.0.0.0:8080', '127.0.0.1:8080']) {
    expect(() => published({ method: 'GET', headers: { host } })).not.toThrow();
  }
  const six = hostGuard('::', null);
  expect(() => six({ method: 'GET', headers: { host: '[::]:8080' } })).not.toThrow();
});

test('a write needs the very origin that it goes to, or the public one', () => {
  const write = (origin: string, host: string, guard = local) => {
    guard({ method: 'POST', headers: { origin, host } });
  };
  expect(() => write('http://127.0.0.1:8080', '127.0.0.1:8080')).not.toThrow();
  expect(() => write('http://LOCALHOST:8080', 'Localhost:8080')).not.toThrow();
  expect(() => write('http://127.0.0.1:3000', '127.0.0.1:8080')).toThrow(/another website/);
  expect(() => write('http://localhost:8080', '127.0.0.1:8080')).toThrow(/another website/);
  expect(() => write('null', '127.0.0.1:8080')).toThrow(/another website/);
  // A proxy that passes on another Host than the browser's.
  const proxied = 'https://headsup.example.com';
  expect(() => write(proxied, '127.0.0.1:8080', published)).not.toThrow();
  expect(() => write(proxied, 'headsup.example.com', published)).not.toThrow();
  expect(() => write('https://evil.example', 'headsup.example.com', published)).toThrow();
});
