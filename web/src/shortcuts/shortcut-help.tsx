import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Kbd, Stack, Switch, Table } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../components/dialog.tsx';
import { hasSingleKeys, setSingleKeys } from './single-keys.ts';

const shortcuts = [
  { keys: ['Ctrl', 'K'], does: msg`Go to a page, a person or a message by name` },
  { keys: ['?'], does: msg`Show these keys` },
  { keys: ['/'], does: msg`Search on the page` },
  { keys: ['c'], does: msg`Compose, for whoever is ticked` },
  { keys: ['j'], does: msg`Next line of the appointments` },
  { keys: ['k'], does: msg`Line before` },
  { keys: ['x'], does: msg`Tick the line, or untick it` },
  { keys: ['←', '↑', '↓', '→'], does: msg`Move within the appointments` },
];

/** Which keys do what, and the switch for those that are single letters. */
export function ShortcutHelp({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const [on, setOn] = useState(hasSingleKeys);
  return (
    <Dialog onClose={onClose} title={t`Keys`} closeButtonProps={{ 'aria-label': t`Close` }}>
      <Stack>
        <Table aria-label={t`Keys`} withRowBorders={false} verticalSpacing={4}>
          <Table.Tbody>
            {shortcuts.map(({ keys, does }) => (
              <Table.Tr key={keys.join()}>
                <Table.Td w="8rem">
                  {keys.map((key) => (
                    <Kbd key={key} me={4}>
                      {key}
                    </Kbd>
                  ))}
                </Table.Td>
                <Table.Td>{t(does)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Switch
          label={t`Single letters do something`}
          description={t`Switch it off if they are pressed without meaning to. For this browser only.`}
          checked={on}
          onChange={({ currentTarget: { checked } }) => {
            setSingleKeys(checked);
            setOn(checked);
          }}
        />
      </Stack>
    </Dialog>
  );
}
