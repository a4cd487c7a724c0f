import { t } from '@lingui/core/macro';
import { type MantineThemeOverride, mergeThemeOverrides } from '@mantine/core';
import { theme } from './theme.ts';

/** The theme with what the kit says of its own accord, once a language is chosen. */
export function spokenTheme(): MantineThemeOverride {
  const closeButtonProps = { 'aria-label': t`Close` };
  const visibilityToggleButtonProps = { 'aria-label': t`Show the password` };
  return mergeThemeOverrides(theme, {
    components: {
      Modal: { defaultProps: { closeButtonProps } },
      Drawer: { defaultProps: { closeButtonProps } },
      PasswordInput: { defaultProps: { visibilityToggleButtonProps } },
    },
  });
}
