/** What Word calls the languages of documents. */
export const LOCALES = { fr: 'fr-CA', en: 'en-CA' } as const;
