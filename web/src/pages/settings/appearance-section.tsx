import { useLingui } from '@lingui/react/macro';
import { SegmentedControl, Stack, useMantineColorScheme } from '@mantine/core';
import { LanguageChoice } from './language-choice.tsx';
import { SettingsSection } from './settings-section.tsx';

/** The page's own language, and light or dark, on this device. */
export function AppearanceSection() {
  const { t } = useLingui();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <SettingsSection title={t`This page`} about={t`For this browser only.`}>
      <Stack align="flex-start">
        <LanguageChoice />
        <SegmentedControl
          aria-label={t`Appearance`}
          value={colorScheme}
          onChange={setColorScheme}
          data={[
            { value: 'auto', label: t`As the system` },
            { value: 'light', label: t`Light` },
            { value: 'dark', label: t`Dark` },
          ]}
        />
      </Stack>
    </SettingsSection>
  );
}
