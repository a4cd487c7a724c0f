import { describe, expect, test } from 'vitest';
import { importsOf, isThere, readSources, type Source, targetOf } from './architecture/imports.ts';
import { isInside, roomOf, typesOnly } from './architecture/rooms.ts';

const sources = await readSources('src', 'web/src');
/** Tests and the suites that they share prove things across rooms. */
const isProof = ({ path }: Source) => /\.(test|contract)\.tsx?$/.test(path);
const product = sources.filter((source) => !isProof(source));

/** Every relative import of the product: from where, to where, and whether only for types. */
const edges = product.flatMap(({ path, text }) =>
  importsOf(text).flatMap(({ specifier, isType }) => {
    const target = targetOf(path, specifier);
    return target === null ? [] : [{ from: path, to: target, isType }];
  }),
);

describe('who may import whom', () => {
  test('there is something to look at', () => {
    expect(product.length).toBeGreaterThan(100);
    expect(edges.length).toBeGreaterThan(300);
  });

  test('every file has a room', () => {
    expect(product.map(({ path }) => path).filter((path) => roomOf(path) === null)).toEqual([]);
  });

  test('every import leads to a file', () => {
    expect(edges.filter(({ to }) => !isThere(to))).toEqual([]);
  });

  test('each room imports only what it may', () => {
    const wrong = edges.filter(({ from, to }) => {
      const [room, target] = [roomOf(from), roomOf(to)];
      if (room === null) return true;
      if (target === room) return false;
      // A part of a room is its own: calendars/ may import calendars/ics/.
      if (target && isInside(target.path, room.path)) return false;
      const isBefore = room.may.some((one) => to === one || isInside(to, one));
      return !isBefore;
    });
    expect(wrong.map(({ from, to }) => `${from} must not import ${to}`)).toEqual([]);
  });

  test('only types pass where nothing may be loaded', () => {
    const wrong = edges.filter(
      ({ from, to, isType }) =>
        !isType &&
        typesOnly.some(
          (rule) => isInside(from, rule.from) && (to === rule.to || isInside(to, rule.to)),
        ),
    );
    expect(wrong.map(({ from, to }) => `${from} may import only types of ${to}`)).toEqual([]);
  });

  test('the page loads no zod: from modules that do, it takes types only', () => {
    const loadsZod = (path: string): boolean => {
      const text = sources.find((source) => source.path === path)?.text ?? '';
      return importsOf(text).some(({ specifier, isType }) => {
        const target = targetOf(path, specifier);
        return !isType && (specifier === 'zod' || (target !== null && loadsZod(target)));
      });
    };
    expect(loadsZod('src/contract/broadcast.ts')).toBe(true);
    const wrong = edges.filter(
      ({ from, to, isType }) =>
        from.startsWith('web/') && to.startsWith('src/') && !isType && loadsZod(to),
    );
    expect(wrong.map(({ from, to }) => `${from} may import only types of ${to}`)).toEqual([]);
  });
});

describe('what only one place may do', () => {
  const packagesOf = (source: Source) =>
    importsOf(source.text).flatMap(({ specifier }) => (specifier.startsWith('.') ? [] : specifier));

  /** The product's files of src/ in which a pattern stands outside comments, but for the allowed ones. */
  const filesWith = (pattern: RegExp, allowed: readonly string[]) =>
    product
      .filter(({ path }) => path.startsWith('src/') && !allowed.includes(path))
      .filter(({ text }) => pattern.test(text.replaceAll(/^\s*(\/\/|\/?\*).*$/gm, '')))
      .map(({ path }) => path);

  test('the contract is safe for browsers: it needs zod and nothing else', () => {
    const contract = product.filter(({ path }) => path.startsWith('src/contract/'));
    const needed = new Set(contract.flatMap(packagesOf));
    expect([...needed]).toEqual(['zod']);
  });

  test('only the clock knows what time it is', () => {
    expect(filesWith(/\bDate\.now\(|\bnew Date\(\)/, ['src/platform/clock.ts'])).toEqual([]);
  });

  test('only main hands on the environment', () => {
    expect(filesWith(/\bprocess\.env\b/, ['src/main.ts'])).toEqual([]);
  });

  test('only the sign-in knows better-auth', () => {
    const who = product.filter((source) =>
      packagesOf(source).some((name) => name.startsWith('better-auth')),
    );
    expect(who.map(({ path }) => path)).toEqual(['src/account/sign-in.ts']);
  });
});

describe('importsOf', () => {
  test.each([
    [`import { a } from './a.ts';`, './a.ts', false],
    [`import {\n  a,\n  type B as C,\n} from './a.ts';`, './a.ts', false],
    [`import { type A } from './a.ts';`, './a.ts', false],
    [`import type { A } from './a.ts';`, './a.ts', true],
    [`import type * as all from './a.ts';`, './a.ts', true],
    [`import type A from './a.ts';`, './a.ts', true],
    [`import * as all from "./a.ts";`, './a.ts', false],
    [`import type, { b } from './a.ts';`, './a.ts', false],
    [`import './a.ts';`, './a.ts', false],
    [`export * from './a.ts';`, './a.ts', false],
    [`export type { A } from './a.ts';`, './a.ts', true],
    [`const a = await import('./a.ts');`, './a.ts', false],
    [`type A = import('./a.ts').A;`, './a.ts', false],
  ])('%s', (text, specifier, isType) => {
    expect(importsOf(text)).toEqual([{ specifier, isType }]);
  });

  test('is not led astray by what only looks like one', () => {
    expect(importsOf(`export const from = 'here';\nconst b = "./a.ts";`)).toEqual([]);
  });
});
