import { i18n, type Messages } from '@lingui/core';
import { locale } from '../format/locale.ts';
import type { Language } from './languages.ts';
import { language } from './own-language.ts';

/** A part of the catalogue, as the build makes it. */
type Catalogue = { messages: Messages };
type Part = Readonly<Record<Language, () => Promise<Catalogue>>>;
/** What the server says is English as it comes, and needs no catalogue there. */
type ServerPart = Readonly<Record<Exclude<Language, 'en'>, () => Promise<Catalogue>>>;

const firstTexts: Part = {
  en: () => import('../texts/en/first.po'),
  es: () => import('../texts/es/first.po'),
  fr: () => import('../texts/fr/first.po'),
};
const laterTexts: Part = {
  en: () => import('../texts/en/later.po'),
  es: () => import('../texts/es/later.po'),
  fr: () => import('../texts/fr/later.po'),
};

const serverTexts: ServerPart = {
  es: () => import('../texts/es/server.po'),
  fr: () => import('../texts/fr/server.po'),
};

/** Loads the texts of the first page and of the server, and speaks their language from then on. */
export async function loadFirstTexts(): Promise<void> {
  const parts = [firstTexts[language]()];
  if (language !== 'en') parts.push(serverTexts[language]());
  for (const { messages } of await Promise.all(parts)) i18n.load(language, messages);
  i18n.activate(language, locale);
}

/** The texts of all pages that are loaded later, fetched once. */
let later: Promise<void> | undefined;

/** Loads a page of those that are loaded later, and their texts with it. */
export async function withTexts<Page>(load: () => Promise<Page>): Promise<Page> {
  later ??= loadLaterTexts();
  const [page] = await Promise.all([load(), later]);
  return page;
}

async function loadLaterTexts(): Promise<void> {
  try {
    const { messages } = await laterTexts[language]();
    i18n.load(language, messages);
  } catch (error) {
    // The next page to be opened tries again.
    later = undefined;
    throw error;
  }
}
