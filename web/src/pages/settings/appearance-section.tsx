import { Group, SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { SettingsSection } from './settings-section.tsx';

/** Light or dark, on this device. */
export function AppearanceSection() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <SettingsSection title="Appearance" about="For this browser only.">
      <Group>
        <SegmentedControl
          aria-label="Appearance"
          value={colorScheme}
          onChange={setColorScheme}
          data={[
            { value: 'auto', label: 'As the system' },
            { value: 'light', label: 'Light' },
            { value: 'dark', label: 'Dark' },
          ]}
        />
      </Group>
    </SettingsSection>
  );
}
