import { useLingui } from '@lingui/react/macro';
import { NativeSelect } from '@mantine/core';
import { isLanguage, languages } from '../../language/languages.ts';
import { chooseLanguage, chosenLanguage } from '../../language/own-language.ts';

/** The language of the page, in this browser. Each stands there by its own name. */
export function LanguageChoice() {
  const { t } = useLingui();
  return (
    <NativeSelect
      label={t`Language of this page`}
      value={chosenLanguage() ?? ''}
      onChange={({ currentTarget: { value } }) => chooseLanguage(isLanguage(value) ? value : null)}
      data={[
        { value: '', label: t`As the browser` },
        ...Object.entries(languages).map(([value, label]) => ({ value, label })),
      ]}
    />
  );
}
