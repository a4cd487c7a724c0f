import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { calendarsQuery } from '../../api/calendars.ts';
import { failureOf } from '../../api/failure.ts';
import { useMayAct } from '../../api/session.ts';
import { Facts } from '../../components/facts.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { LoadingRows } from '../../components/loading-rows.tsx';
import { calendarName } from '../../wording/calendar-name.ts';
import { ImportButton } from '../calendar-import/import-button.tsx';
import { ImportResult } from '../calendar-import/import-result.tsx';
import { useImporter } from '../calendar-import/use-importer.ts';
import { RemoveExample } from '../example-clinic/remove-example.tsx';
import { SettingsSection } from './settings-section.tsx';

/** The calendars that appointments come from. */
export function CalendarsSection() {
  const { t } = useLingui();
  const calendars = useQuery(calendarsQuery);
  const importer = useImporter();
  const mayAct = useMayAct();
  return (
    <SettingsSection
      title={t`Calendars`}
      about={t`Import a newer file of the same calendar to bring it up to date; nothing doubles.`}
    >
      {calendars.error && (
        <FailureNotice
          failure={failureOf(calendars.error)}
          onRetry={() => void calendars.refetch()}
        />
      )}
      {calendars.isPending && <LoadingRows label={t`Loading…`} rows={2} />}
      {calendars.data?.length === 0 && <Text c="dimmed">{t`No calendar yet.`}</Text>}
      {calendars.data && calendars.data.length > 0 && (
        <Facts
          facts={calendars.data.map(({ appointments, ...calendar }) => [
            calendarName(calendar),
            t`${plural(appointments, { one: '# appointment', other: '# appointments' })}`,
          ])}
        />
      )}
      {mayAct && calendars.data?.some(({ isExample }) => isExample) && <RemoveExample />}
      {mayAct && (
        <Group>
          <ImportButton importer={importer} label={t`Import a calendar file`} />
        </Group>
      )}
      <ImportResult importer={importer} />
    </SettingsSection>
  );
}
