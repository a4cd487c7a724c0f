import { useLingui } from '@lingui/react/macro';
import { Select, type SelectProps } from '@mantine/core';
import { locale } from '../format/locale.ts';

const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' });

/** A searchable list of countries by name. */
export function CountrySelect(props: Omit<SelectProps, 'data'>) {
  const { t } = useLingui();
  return (
    <Select
      label={t`Country`}
      data={countries}
      searchable
      allowDeselect={false}
      nothingFoundMessage={t`No such country`}
      maxDropdownHeight={240}
      {...props}
    />
  );
}

// Codes that name a country once but are no longer, or never were, in use as one (ISO 3166-1).
const notCountries = new Set(
  'AC AN BU CP CQ CS CT DD DG DY EA EU EZ FQ FX HV IC JT MI NH NQ NT PC PU PZ QO RH SU TA TP UK UN VD WK XA XB YD YU ZR ZZ NQ'.split(
    ' ',
  ),
);
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
/** Every country with its name, in order of the names. */
export const countries = letters
  .flatMap((a) => letters.map((b) => a + b))
  .filter((code) => !notCountries.has(code))
  .flatMap((value) => {
    const label = names.of(value);
    return label === undefined ? [] : [{ value, label }];
  })
  .sort((a, b) => a.label.localeCompare(b.label, locale));

/** A country's name by its code; the code where it has none. */
export function regionName(code: string): string {
  return names.of(code) ?? code;
}
