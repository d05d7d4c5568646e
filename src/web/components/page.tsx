import type { ReactNode } from 'react';
import type { View } from '../page/view.ts';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';

interface PageProps {
  readonly view: View;
  /** The page's own title; the site's name follows it. */
  readonly title: string;
  /** The date of the figures shown; null where the page shows none. */
  readonly asOf?: string | null;
  /** Kept out of search engines. */
  readonly unlisted?: boolean;
  readonly children: ReactNode;
}

/** What every page has: a way to its content, the navigation, and at the foot whose figures, of when. */
export function Page({ view, title, asOf = null, unlisted = false, children }: PageProps) {
  const { t } = view;
  return (
    <>
      <title>{`${title} – ${t.common.brand}`}</title>
      {unlisted ? <meta name="robots" content="noindex" /> : null}
      <a className="skip" href="#content">
        {t.common.skip}
      </a>
      {view.frame.demo ? <p className="demo">{t.common.demo}</p> : null}
      <Header view={view} />
      <main id="content" className="wrap" tabIndex={-1}>
        {children}
      </main>
      <Footer view={view} asOf={asOf} />
    </>
  );
}
