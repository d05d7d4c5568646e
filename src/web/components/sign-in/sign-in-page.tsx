import type { ReactNode } from 'react';
import type { View } from '../../page/view.ts';
import { Refusal } from '../coordination/refusal.tsx';
import { Page } from '../page.tsx';

interface SignInPageProps {
  readonly view: View;
  readonly title: string;
  readonly lede?: string | undefined;
  readonly refused?: { readonly message: string } | undefined;
  readonly children: ReactNode;
}

/** A page of signing in: one thing to do, in a narrow column. */
export function SignInPage({ view, title, lede, refused, children }: SignInPageProps) {
  const { signIn } = view.t;
  const { lang: _, ...query } = view.frame.query;
  const other = { ...query, ...(view.locale === 'fr' ? { lang: 'en' } : {}) };
  return (
    <Page view={view} title={title} unlisted>
      <div className="sign-in">
        <div className="head">
          <h1>{title}</h1>
          {lede === undefined ? null : <p className="lede">{lede}</p>}
          <Refusal message={refused?.message} />
        </div>
        {children}
        {view.frame.english && view.frame.work === null ? (
          <p className="source">
            <a
              href={`?${new URLSearchParams(other as Record<string, string>)}`}
              lang={signIn.otherLanguage}
              hrefLang={signIn.otherLanguage}
            >
              {signIn.language}
            </a>
          </p>
        ) : null}
      </div>
    </Page>
  );
}
