import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Menu } from '@mantine/core';
import { IconBraces } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Fragment, useState } from 'react';
import type { InsertableField } from '../../../../src/contract/insertable-field.ts';
import { mergeFieldsQuery } from '../../api/account.ts';
import classes from './insert-field.module.css';
import { useFieldExamples } from './use-field-examples.ts';

type Props = { label: string; onInsert: (field: string) => void };

const groups: readonly [InsertableField['group'], MessageDescriptor][] = [
  ['participant', msg({ message: 'Person', context: 'fields of one' })],
  ['event', msg({ message: 'Appointment', context: 'fields of one' })],
  ['user', msg({ message: 'You', context: 'fields of whoever writes' })],
  ['account', msg`Your business`],
];

/** The fields that a text may name, each with what it says of the first recipient, or else with an example. */
export function InsertField({ label, onInsert }: Props) {
  const { t } = useLingui();
  const fields = useQuery(mergeFieldsQuery);
  const [isOpen, setOpen] = useState(false);
  const examples = useFieldExamples(isOpen);
  const who = examples?.name ?? '';
  const heading = (group: InsertableField['group'], label: string) =>
    group === 'participant' && who !== '' ? t`${label}: ${who}` : label;
  return (
    <Menu
      opened={isOpen}
      onChange={setOpen}
      position="bottom-start"
      width={320}
      returnFocus={false}
    >
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
        {groups.map(([group, label]) => (
          <Fragment key={group}>
            <Menu.Label>{heading(group, t(label))}</Menu.Label>
            {fields.data?.items
              .filter((field) => field.group === group)
              .map((field) => (
                <FieldItem
                  key={field.name}
                  field={field}
                  own={examples?.values.get(field.name)}
                  onInsert={onInsert}
                />
              ))}
          </Fragment>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

type ItemProps = {
  field: InsertableField;
  /** What it says of a recipient; undefined where none is known. */
  own: string | undefined;
  onInsert: Props['onInsert'];
};

function FieldItem({ field, own, onInsert }: ItemProps) {
  const { t } = useLingui();
  const { name, label, example, custom } = field;
  const isOfNobody = custom && own === undefined;
  return (
    <Menu.Item
      className={classes.item ?? ''}
      onClick={() => onInsert(`{{ ${name} }}`)}
      rightSection={
        <span className={classes.example}>
          {(own ?? example) ||
            (isOfNobody
              ? t({ message: 'your own', context: 'field that the business made' })
              : t({ message: 'not given yet', context: 'value of a field' }))}
        </span>
      }
    >
      {label}
    </Menu.Item>
  );
}
