import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Menu } from '@mantine/core';
import { IconBraces } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import type { InsertableField } from '../../../../src/contract/insertable-field.ts';
import { mergeFieldsQuery } from '../../api/account.ts';
import classes from './insert-field.module.css';

type Props = { label: string; onInsert: (field: string) => void };

const groups: readonly [InsertableField['group'], MessageDescriptor][] = [
  ['participant', msg({ message: 'Person', context: 'fields of one' })],
  ['event', msg({ message: 'Appointment', context: 'fields of one' })],
  ['user', msg({ message: 'You', context: 'fields of whoever writes' })],
  ['account', msg`Your business`],
];

/** The fields that a text may name, each with an example of what becomes of it. */
export function InsertField({ label, onInsert }: Props) {
  const { t } = useLingui();
  const fields = useQuery(mergeFieldsQuery);
  return (
    <Menu position="bottom-start" width={320} returnFocus={false}>
      <Menu.Target>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconBraces size={14} aria-hidden />}
          aria-label={t`Insert field into ${label}`}
        >
          <Trans>Insert field</Trans>
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={280} style={{ overflow: 'auto' }}>
        {!fields.data && (
          <Menu.Label>{fields.error ? t`The fields did not load.` : t`Loading…`}</Menu.Label>
        )}
        {groups.map(([group, heading]) => (
          <Fragment key={group}>
            <Menu.Label>{t(heading)}</Menu.Label>
            {fields.data?.items
              .filter((field) => field.group === group)
              .map((field) => (
                <FieldItem key={field.name} field={field} onInsert={onInsert} />
              ))}
          </Fragment>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function FieldItem({ field, onInsert }: { field: InsertableField; onInsert: Props['onInsert'] }) {
  const { t } = useLingui();
  const { name, label, example, custom } = field;
  return (
    <Menu.Item
      className={classes.item ?? ''}
      onClick={() => onInsert(`{{ ${name} }}`)}
      rightSection={
        <span className={classes.example}>
          {example ||
            (custom
              ? t({ message: 'your own', context: 'field that the business made' })
              : t({ message: 'not given yet', context: 'value of a field' }))}
        </span>
      }
    >
      {label}
    </Menu.Item>
  );
}
