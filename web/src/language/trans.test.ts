import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { Trans } from './trans.ts';

it.each([
  'Ana',
  'Ana <3',
  'Bob <0/>',
  '</0><1>Bob</1>',
  '<7>Bob</7>',
  '<b>Bob</b>',
  '{others} & “Bob”',
])('shows the name %s as it was written, whatever markup is around it', (name) => {
  const text = createElement(Trans, {
    id: '<0>{name}</0> <1>also for {others}</1>',
    values: { name, others: 'Ida' },
    components: { 0: createElement('b'), 1: createElement('i') },
  });
  const shown = renderToStaticMarkup(createElement(I18nProvider, { i18n }, text));
  const escaped = name.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  expect(shown).toBe(`<b>${escaped}</b> <i>also for Ida</i>`);
});
