import type { LoaderFunctionArgs } from 'react-router';
import type { SearchHit } from '#modules/plan/index.ts';
import { AsOfControl } from '../components/as-of-control.tsx';
import { Page } from '../components/page.tsx';
import { said } from '../components/said.tsx';
import { openPlanPage } from '../page/open-page.ts';
import type { PageProps } from '../page/props.ts';
import { openView, type View } from '../page/view.ts';
import { anchorOf } from '../views/anchors.ts';
import { type ExcerptPart, excerptParts, isPartOf, markLike } from '../views/excerpt.ts';

/** The most the plan's reader answers. */
const MOST_HITS = 100;

/** Longer than this is a text, not a search. */
const LONGEST_QUERY = 200;

/** Search in a plan on a date. */
export async function loader(args: LoaderFunctionArgs) {
  const { site, frame, state } = await openPlanPage(args);
  const query = (args.url.searchParams.get('q') ?? '').trim().slice(0, LONGEST_QUERY);
  const hits = query === '' ? [] : await site.plans.search(state.plan.key, query, state.asOf);
  return { frame, query, hits, asOf: state.asOf, statementDates: state.statementDates };
}

export default function SearchPage({ loaderData }: PageProps<typeof loader>) {
  const { frame, query, hits, asOf, statementDates } = loaderData;
  const view = openView(frame);
  const { search: t } = view.t;
  return (
    <Page
      view={view}
      title={query === '' ? t.title : t.titleFor(query)}
      asOf={asOf}
      unlisted={query !== ''}
    >
      <div className="head">
        <h1>{t.title}</h1>
        <SearchForm view={view} query={query} />
        <AsOfControl view={view} asOf={asOf} dates={statementDates} />
      </div>
      {query === '' ? null : <Results view={view} query={query} hits={hits} asOf={asOf} />}
    </Page>
  );
}

function SearchForm({ view, query }: { readonly view: View; readonly query: string }) {
  const { search: t } = view.t;
  const { asOf } = view.frame;
  return (
    <search>
      <form className="search" action={view.to.page('search').replace(/\?.*/, '')}>
        <label htmlFor="q">{t.field}</label>
        <p className="hint" id="q-hint">
          {t.hint}
        </p>
        <div className="field-row">
          <input
            id="q"
            className="field"
            type="search"
            name="q"
            defaultValue={query}
            maxLength={LONGEST_QUERY}
            aria-describedby="q-hint"
          />
          {asOf === null ? null : <input type="hidden" name="as_of" value={asOf} />}
          <button className="btn" type="submit">
            {t.submit}
          </button>
        </div>
      </form>
    </search>
  );
}

interface ResultsProps {
  readonly view: View;
  readonly query: string;
  readonly hits: readonly SearchHit[];
  readonly asOf: string;
}

function Results({ view, query, hits, asOf }: ResultsProps) {
  const { search: t } = view.t;
  if (hits.length === 0) return <NothingFound view={view} query={query} />;
  return (
    <section>
      <p className="lede">{t.found(hits.length, query, asOf)}</p>
      {hits.length < MOST_HITS ? null : <p className="source">{t.first(MOST_HITS)}</p>}
      <ol className="hits">
        {hits.map((hit, index) => (
          <Hit key={index} view={view} hit={hit} />
        ))}
      </ol>
    </section>
  );
}

function NothingFound({ view, query }: { readonly view: View; readonly query: string }) {
  const { search: t, common } = view.t;
  return (
    <section>
      <p className="lede">{t.nothing(query)}</p>
      <ul>
        {t.help.map((advice) => (
          <li key={advice}>{advice}</li>
        ))}
      </ul>
      <h2>{t.elsewhere}</h2>
      <ul>
        {(['plan', 'deadlines', 'organisations', 'vocabulary'] as const).map((page) => (
          <li key={page}>
            <a href={view.to.page(page)}>{common.nav[page]}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Hit({ view, hit }: { readonly view: View; readonly hit: SearchHit }) {
  const { excerpt, title } = hit;
  const inTitle = isPartOf(excerpt, title.fr);
  return (
    <li>
      <p className="eyebrow">{kindText(view, hit)}</p>
      <h2>
        <a href={addressOf(view, hit)}>
          {inTitle && view.locale === 'fr' ? (
            <Marked view={view} parts={markLike(title.fr, excerpt)} />
          ) : (
            said(view, title)
          )}
        </a>
      </h2>
      {inTitle ? null : (
        <p>
          <Marked view={view} parts={excerptParts(excerpt)} />
        </p>
      )}
    </li>
  );
}

function kindText({ t }: View, { kind, key }: SearchHit): string {
  switch (kind) {
    case 'measure':
      return t.common.measure(key);
    case 'indicator':
    case 'narrative':
      return `${t.common.measure(key)} · ${t.search.kinds[kind]}`;
    default:
      return t.search.kinds[kind];
  }
}

/** Texts are searched in French, and so are what they show. */
function Marked({ view, parts }: { readonly view: View; readonly parts: readonly ExcerptPart[] }) {
  return (
    <span lang={view.locale === 'fr' ? undefined : 'fr'}>
      {parts.map(({ text, matched }, index) => (matched ? <mark key={index}>{text}</mark> : text))}
    </span>
  );
}

function addressOf({ to }: View, { kind, key }: SearchHit): string {
  switch (kind) {
    case 'organisation':
      return to.organisation(key);
    case 'acronym':
    case 'term':
      return `${to.page('vocabulary')}#${anchorOf(key)}`;
    default:
      return to.measure(key);
  }
}
