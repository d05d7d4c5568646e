import type { Locale } from '#platform/i18n/locale.ts';
import type { Site } from '#web/site-context.ts';
import { isEnglishPath, isPrivatePath } from './addresses.ts';

/**
 * The language of a page: of its address, for public ones; of who signed in, for pages of work; and
 * before anybody did, of the query ("lang=en"), French otherwise.
 */
export function localeOf({ english, visitor }: Site, url: URL): Locale {
  if (!english) return 'fr';
  if (!isPrivatePath(url.pathname)) return isEnglishPath(url.pathname) ? 'en' : 'fr';
  if (visitor) return visitor.person.language;
  return url.searchParams.get('lang') === 'en' ? 'en' : 'fr';
}
