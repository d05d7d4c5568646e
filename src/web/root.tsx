import type { ReactNode } from 'react';
import { type LoaderFunctionArgs, Outlet, useRouteLoaderData } from 'react-router';
import { siteContext } from '#web/site-context.ts';
import { ErrorPage } from './components/error-page.tsx';
import { localeOf } from './page/locale.ts';
import type { RootData } from './page/root-data.ts';
import stylesheet from './styles/site.css?url';

/** What even an error page needs. */
export function loader({ context, url }: LoaderFunctionArgs): RootData {
  const site = context.get(siteContext);
  return { locale: localeOf(site, url), reference: site.reference };
}

export function Layout({ children }: { readonly children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>('root');
  return (
    <html lang={data?.locale === 'en' ? 'en-CA' : 'fr-CA'}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={stylesheet} />
      </head>
      <body>{children}</body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary({ error }: { readonly error: unknown }) {
  return <ErrorPage error={error} />;
}
