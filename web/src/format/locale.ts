/** The page speaks English, so dates and numbers follow the reader's kind of English. */
export const locale = navigator.languages.find((tag) => tag.startsWith('en')) ?? 'en';
