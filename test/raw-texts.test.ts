import { expect, test } from 'vitest';
import { rawTextsOf } from './architecture/raw-texts.ts';

const textsOf = (source: string) => rawTextsOf('page.tsx', source).map(({ text }) => text);

test('a text that is read stands in the catalogue, by a macro or by a mark', () => {
  expect(
    textsOf('export const A = () => <p title="Close it">Hello {name}, how are you</p>;'),
  ).toEqual(['Close it', 'Hello', ', how are you']);
  expect(textsOf("const words = { paused: 'Paused', all: `of these ones` };")).toEqual([
    'Paused',
    'of these ones',
  ]);
  expect(
    textsOf(`import { Trans, useLingui } from '@lingui/react/macro';
      const marked = /*i18n*/ 'Their line was busy';
      const A = () => <Trans>Hello <b title={t\`Close it\`}>you</b></Trans>;`),
  ).toEqual([]);
});

test('what programs read is no text', () => {
  expect(
    textsOf(`import { x } from 'A package of words';
      if (key === 'Enter' || key === 'ArrowDown') throw new Error('There is no root here.');
      if (!types.includes('Files')) stop();
      const A = () => <p className="a b" style={{ width: 'min(100%, 4 * var(--a b))' }}>1 · 2</p>;`),
  ).toEqual([]);
});
