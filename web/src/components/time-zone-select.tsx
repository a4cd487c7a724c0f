import { useLingui } from '@lingui/react/macro';
import { Select, type SelectProps } from '@mantine/core';

const zones = Intl.supportedValuesOf('timeZone');
const all = zones.includes('UTC') ? zones : [...zones, 'UTC'];
const options = all.map((value) => ({ value, label: value.replaceAll('_', ' ') }));

type Option = { value: string; label: string };

/**
 * A searchable list of time zones; one that this browser does not list is added as it is, and `first`
 * before all.
 */
export function TimeZoneSelect({
  first,
  ...props
}: Omit<SelectProps, 'data'> & { first?: Option }) {
  const { t } = useLingui();
  const { value } = props;
  const known = typeof value !== 'string' || all.includes(value) || value === first?.value;
  const list = first ? [first, ...options] : options;
  return (
    <Select
      label={t`Time zone`}
      data={known ? list : [{ value, label: value }, ...list]}
      searchable
      allowDeselect={false}
      nothingFoundMessage={t`No such time zone`}
      maxDropdownHeight={240}
      limit={500}
      comboboxProps={{ withinPortal: true }}
      {...props}
    />
  );
}
