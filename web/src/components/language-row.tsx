import { useLingui } from '@lingui/react/macro';
import { UnstyledButton } from '@mantine/core';
import { isLanguage, languages } from '../language/languages.ts';
import { chooseLanguage, language } from '../language/own-language.ts';
import classes from './language-row.module.css';

/** The languages of the page in one line, each by its own name, where nobody has signed in yet. */
export function LanguageRow() {
  const { t } = useLingui();
  return (
    <ul className={classes.row} aria-label={t`Language`}>
      {Object.keys(languages)
        .filter(isLanguage)
        .map((code) => (
          <li key={code}>
            <UnstyledButton
              className={classes.language}
              lang={code}
              aria-current={code === language || undefined}
              // The page is loaded anew, and what was typed is gone: not for the language that it has.
              onClick={() => code !== language && chooseLanguage(code)}
            >
              {languages[code]}
            </UnstyledButton>
          </li>
        ))}
    </ul>
  );
}
