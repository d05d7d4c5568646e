/**
 * A name as it is compared: accents, case, the kind of apostrophe or space, soft hyphens, and a
 * leading article make no difference ("l’Office des professions" is "Office des professions").
 */
export function foldName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u00ad\u200b]/g, '')
    .toLowerCase()
    .replace(/[’‘ʼ´`]/g, "'")
    .replace(/œ/g, 'oe')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
    .replace(/^(le |la |les |l')/, '')
    .replace(/[.;, ]+$/, '');
}

/** Whether a text can be an organisation's key: "mifi". Anything else is none's, whatever it holds. */
export function isOrganisationKey(text: string): boolean {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);
}
