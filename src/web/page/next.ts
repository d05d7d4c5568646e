import { WORK } from './addresses.ts';

/**
 * Where to go once signed in: a page of work of this site, whatever was asked for. Anything else, other
 * sites first of all, leads to one's own space.
 */
export function safeNext(asked: string | null): string {
  // Browsers read a backslash as a slash, and drop what is not printed.
  if (asked === null || !/^\/(espace|coordination)(?![^/?#])/.test(asked)) return WORK.home;
  if (/[\\\p{Cc}]/u.test(asked)) return WORK.home;
  const { pathname, search } = new URL(asked, 'https://passerelle.invalid');
  // "/espace/..//exemple.ca" is another site, once read.
  return /^\/(espace|coordination)(\/|$)/.test(pathname) ? `${pathname}${search}` : WORK.home;
}
