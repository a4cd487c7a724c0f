import { useLingui } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { failureOf } from '../../api/failure.ts';
import { useMayAct } from '../../api/session.ts';
import { templatesQuery } from '../../api/templates.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { LoadingRows } from '../../components/loading-rows.tsx';
import { SettingsSection } from './settings-section.tsx';
import classes from './template-item.module.css';
import { TemplateItem } from './template-item.tsx';

/** The saved texts, to be renamed and forgotten. */
export function TemplatesSection() {
  const { t } = useLingui();
  const templates = useQuery(templatesQuery);
  const mayAct = useMayAct();
  return (
    <SettingsSection
      title={t`Templates`}
      about={t({
        message:
          'Texts that are inserted while composing. Write one in Compose, then Templates › Save as template.',
        comment: 'Compose, Templates and Save as template are buttons.',
      })}
    >
      {templates.error && (
        <FailureNotice
          failure={failureOf(templates.error)}
          onRetry={() => void templates.refetch()}
        />
      )}
      {templates.isPending && <LoadingRows label={t`Loading…`} rows={6} />}
      {templates.data?.length === 0 && <Text c="dimmed">{t`None saved yet.`}</Text>}
      {templates.data && templates.data.length > 0 && (
        <ul className={classes.list} aria-label={t`Templates`}>
          {templates.data.map((template) => (
            <li key={template.id} className={classes.item}>
              <TemplateItem template={template} editable={mayAct} />
            </li>
          ))}
        </ul>
      )}
    </SettingsSection>
  );
}
