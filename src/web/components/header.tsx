import type { PageName } from '../page/addresses.ts';
import type { View } from '../page/view.ts';
import { WorkHeader } from './work/work-header.tsx';

type NavName = 'plan' | 'plans' | 'deadlines' | 'organisations' | 'report' | 'vocabulary' | 'data';

const OF_A_PLAN: readonly NavName[] = [
  'plan',
  'deadlines',
  'organisations',
  'report',
  'vocabulary',
  'data',
];
const OF_THE_SITE: readonly NavName[] = ['plans', 'organisations', 'data'];

/** Pages that stand under an entry of the navigation without being it. */
const UNDER: Partial<Readonly<Record<PageName, NavName>>> = {
  theme: 'plan',
  measure: 'plan',
  organisation: 'organisations',
  reportFile: 'report',
};

export function Header({ view }: { readonly view: View }) {
  const { t, to, frame } = view;
  if (frame.work) return <WorkHeader view={view} work={frame.work} />;
  const names = frame.plan ? OF_A_PLAN : OF_THE_SITE;
  return (
    <header className="top">
      <div className="wrap">
        <a className="brand" href={to.page('home')}>
          {t.common.brand}
        </a>
        <nav aria-label={t.common.mainNavigation}>
          {names.map((name) => (
            <a key={name} href={to.page(name)} aria-current={currency(frame.page, name)}>
              {t.common.nav[name]}
            </a>
          ))}
        </nav>
        {frame.plan && frame.page !== 'search' ? <SearchBox view={view} /> : null}
        <a className="workspace" href={to.work('home')}>
          {t.common.workspace}
        </a>
        <OtherLanguage view={view} />
      </div>
    </header>
  );
}

function currency(page: PageName | null, name: NavName): 'page' | 'true' | undefined {
  if (page === name) return 'page';
  return page !== null && UNDER[page] === name ? 'true' : undefined;
}

function SearchBox({ view }: { readonly view: View }) {
  const { t, to, frame } = view;
  return (
    <search>
      <form action={to.page('search').replace(/\?.*/, '')}>
        <input
          className="field"
          type="search"
          name="q"
          aria-label={t.common.search.label}
          placeholder={t.common.search.placeholder}
          size={14}
        />
        {frame.asOf === null ? null : <input type="hidden" name="as_of" value={frame.asOf} />}
        <button className="btn quiet" type="submit">
          {t.common.search.submit}
        </button>
      </form>
    </search>
  );
}

function OtherLanguage({ view }: { readonly view: View }) {
  const { to, frame, locale } = view;
  if (!frame.english) return null;
  const other = locale === 'fr' ? 'en' : 'fr';
  const address = to.inLanguage(other);
  if (address === null) return null;
  return (
    <a className="language" href={address} lang={other} hrefLang={other}>
      {other === 'en' ? 'English' : 'Français'}
    </a>
  );
}
