import type { CSSVariablesResolver } from '@mantine/core';

/**
 * The kit's dimmed and placeholder greys are too pale on our backgrounds (WCAG 1.4.3), so they are
 * set here, together with the few colours of our own: hairlines and what an outcome looks like.
 */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#5a6270',
    '--mantine-color-placeholder': '#636b78',
    '--mantine-color-error': '#c01f1f',
    '--mantine-color-anchor': '#1864ab',
    '--hairline': '#e3e6ea',
    '--surface': '#ffffff',
    '--surface-quiet': '#f6f7f9',
    '--surface-chosen': '#e8f1fb',
    '--surface-warning': '#fff4d6',
    '--tone-grey': '#5a6270',
    '--tone-blue': '#1864ab',
    '--tone-green': '#1f7a34',
    '--tone-amber': '#8f5200',
    '--tone-red': '#c01f1f',
  },
  dark: {
    '--mantine-color-dimmed': '#a3aab5',
    '--mantine-color-placeholder': '#9aa1ac',
    '--mantine-color-error': '#ff8c8c',
    '--mantine-color-anchor': '#74b9ff',
    '--hairline': '#343a42',
    '--surface': '#181b1f',
    '--surface-quiet': '#20242a',
    '--surface-chosen': '#16324f',
    '--surface-warning': '#3d3010',
    '--tone-grey': '#a3aab5',
    '--tone-blue': '#74b9ff',
    '--tone-green': '#6fd08a',
    '--tone-amber': '#ffc252',
    '--tone-red': '#ff8c8c',
  },
});
