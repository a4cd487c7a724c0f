import { randomBytes, randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { UnsubscribeLinks } from './unsubscribe-link.ts';

const links = new UnsubscribeLinks(randomBytes(32), 'https://desk.example');
const whose = { accountId: randomUUID(), deliveryId: randomUUID() };
const tokenOf = (link: string) => link.slice('https://desk.example/u/'.length);

test('a link says whose message it stands in, and is always the same for it', () => {
  expect(links.read(tokenOf(links.linkOf(whose)))).toEqual(whose);
  expect(links.linkOf(whose)).toBe(links.linkOf(whose));
  expect(links.linkOf(whose).length).toBeLessThan(110);
});

test('a link that somebody made, changed or cut is none', () => {
  const token = tokenOf(links.linkOf(whose));
  const other = new UnsubscribeLinks(randomBytes(32), 'https://desk.example');
  expect(other.read(token)).toBeNull();
  for (let at = 0; at < token.length - 1; at += 1) {
    const changed = token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);
    expect(links.read(changed)).toBeNull();
  }
  expect(links.read(token.slice(0, -3))).toBeNull();
  expect(links.read(tokenOf(links.example))).toBeNull();
  expect(links.read('')).toBeNull();
});
