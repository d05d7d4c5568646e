import type { LoaderFunctionArgs } from 'react-router';
import type { RecordPage as Entered, RecordQuery } from '#modules/record/index.ts';
import { DomainError } from '#platform/errors/domain-error.ts';
import { Refusal } from '../../components/coordination/refusal.tsx';
import { Entries } from '../../components/history-list.tsx';
import { Page } from '../../components/page.tsx';
import { RecordFilter } from '../../components/record/record-filter.tsx';
import { refuse } from '../../page/problem.ts';
import type { PageProps } from '../../page/props.ts';
import { readBefore, readRecordQuery, recordAddress } from '../../page/record-query.ts';
import { openView, type View } from '../../page/view.ts';
import { openWorkPage } from '../../page/work.ts';

/** The record, as far as the visitor may see; the address says what of it. */
export async function loader(args: LoaderFunctionArgs) {
  const { site, frame, visitor } = await openWorkPage(args, 'record');
  const { record } = site.work;
  const search = args.url.searchParams;
  const query = readRecordQuery(search);
  const before = readBefore(search);
  try {
    return {
      frame,
      query,
      before,
      refused: search.get('refused'),
      shown: await record.history(visitor.actor, { ...query, before }),
      organisations: await record.organisations(visitor.actor),
    };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return refuse(frame, { kind: 'refused', code: error.code, message: error.message });
  }
}

export default function RecordPage({ loaderData }: PageProps<typeof loader>) {
  const { frame, query, before, refused, shown, organisations } = loaderData;
  const view = openView(frame);
  const t = view.t.record;
  return (
    <Page view={view} title={t.title} unlisted>
      <div className="head">
        <h1>{t.title}</h1>
        <p className="lede">{t.lede}</p>
        <Refusal message={refused === 'too-large' ? t.tooLarge : undefined} />
      </div>
      <RecordFilter view={view} query={query} organisations={organisations} />
      <section aria-label={t.list}>
        {shown.entries.length === 0 ? (
          <p>{t.empty}</p>
        ) : (
          <Entries view={view} entries={shown.entries} />
        )}
      </section>
      <More view={view} query={query} before={before} shown={shown} />
      <Exports view={view} query={query} />
    </Page>
  );
}

interface MoreProps {
  readonly view: View;
  readonly query: RecordQuery;
  readonly before: number | null;
  readonly shown: Entered;
}

/** The way on, and back to the beginning. */
function More({ view, query, before, shown: { next } }: MoreProps) {
  const t = view.t.record;
  if (before === null && next === null) return null;
  const to = (from: number | null) =>
    view.to.work(
      'record',
      {},
      { ...recordAddress(query), before: from === null ? null : String(from) },
    );
  return (
    <nav className="pages" aria-label={t.pages}>
      <ul className="inline">
        {next === null ? null : (
          <li>
            <a href={to(next)}>{t.older}</a>
          </li>
        )}
        {before === null ? null : (
          <li>
            <a href={to(null)}>{t.newest}</a>
          </li>
        )}
      </ul>
    </nav>
  );
}

function Exports({ view, query }: Pick<MoreProps, 'view' | 'query'>) {
  const t = view.t.record;
  return (
    <p>
      {t.exports}{' '}
      <a href={view.to.work('recordFile', { format: 'csv' }, recordAddress(query))}>{t.csv}</a>
      {', '}
      <a href={view.to.work('recordFile', { format: 'json' }, recordAddress(query))}>{t.json}</a>
    </p>
  );
}
