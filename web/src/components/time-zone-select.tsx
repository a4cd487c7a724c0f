import { Select, type SelectProps } from '@mantine/core';

const zones = Intl.supportedValuesOf('timeZone');
const all = zones.includes('UTC') ? zones : [...zones, 'UTC'];
const options = all.map((value) => ({ value, label: value.replaceAll('_', ' ') }));

/** A searchable list of time zones; one that this browser does not list is added as it is. */
export function TimeZoneSelect(props: Omit<SelectProps, 'data'>) {
  const { value } = props;
  const known = typeof value !== 'string' || all.includes(value);
  return (
    <Select
      label="Time zone"
      data={known ? options : [{ value, label: value }, ...options]}
      searchable
      allowDeselect={false}
      nothingFoundMessage="No such time zone"
      maxDropdownHeight={240}
      limit={500}
      comboboxProps={{ withinPortal: true }}
      {...props}
    />
  );
}
