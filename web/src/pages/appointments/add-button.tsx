import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import { useCompact } from '../../components/use-compact.ts';

/** Types in an appointment that no calendar brings. */
export function AddButton({ onAdd }: { onAdd: () => void }) {
  const { t } = useLingui();
  const compact = useCompact();
  return (
    <Button
      variant="default"
      aria-label={t`Add appointment`}
      onClick={onAdd}
      leftSection={compact ? null : <IconCalendarPlus size={16} aria-hidden />}
    >
      {compact ? (
        <IconCalendarPlus size={18} aria-hidden />
      ) : (
        <Trans context="an appointment">Add</Trans>
      )}
    </Button>
  );
}
