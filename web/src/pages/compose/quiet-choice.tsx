import { useLingui } from '@lingui/react/macro';
import { Checkbox } from '@mantine/core';
import { useSession } from '../../api/session.ts';

/** Whether somebody answers for not waiting for quiet hours. */
export function QuietChoice({
  isIgnored,
  onChange,
}: {
  isIgnored: boolean;
  onChange: (isIgnored: boolean) => void;
}) {
  const { t } = useLingui();
  const { name } = useSession().user;
  return (
    <Checkbox
      label={t`Send in quiet hours anyway`}
      description={t`It goes out in your name: ${name}`}
      checked={isIgnored}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
