import { Plural, useLingui } from '@lingui/react/macro';
import { Checkbox, Paper, Stack, Text } from '@mantine/core';
import type { Plan } from '../../../../src/contract/plan.ts';
import { useSession } from '../../api/session.ts';
import { quietWaitInWords } from '../../wording/quiet-wait.ts';

/** Who would wait for quiet hours, and whether somebody answers for not waiting. */
export function QuietChoice({
  wait,
  isIgnored,
  onChange,
}: {
  wait: NonNullable<Plan['quietWait']>;
  isIgnored: boolean;
  onChange: (isIgnored: boolean) => void;
}) {
  const { t } = useLingui();
  const { account, user } = useSession();
  const { expiring } = wait;
  const { name } = user;
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        {!isIgnored && (
          <Text>
            {quietWaitInWords(wait, account.timeZone)}
            {expiring > 0 && (
              <>
                {' '}
                <Plural
                  value={expiring}
                  one="# of them will not go out: the message is over by then."
                  other="# of them will not go out: the message is over by then."
                />
              </>
            )}
          </Text>
        )}
        <Checkbox
          label={t`Send in quiet hours anyway`}
          description={t`It goes out in your name: ${name}`}
          checked={isIgnored}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      </Stack>
    </Paper>
  );
}
