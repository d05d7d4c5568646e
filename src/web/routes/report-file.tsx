import { data, type HeadersFunction, type LoaderFunctionArgs, redirect } from 'react-router';
import { isDocumentFormat } from '#documents/rendering/formats.ts';
import { DomainError } from '#platform/errors/domain-error.ts';
import { API_BASE } from '#platform/http/api-base.ts';
import { Page } from '../components/page.tsx';
import { Trail } from '../components/trail.tsx';
import type { Frame } from '../page/frame.ts';
import { openPlanPage } from '../page/open-page.ts';
import { refuse } from '../page/problem.ts';
import type { PageProps } from '../page/props.ts';
import { openView } from '../page/view.ts';

/** A file ready within this time is handed over at once, without a page that says to wait. */
const PATIENCE_MS = 1500;

/** In how many seconds the page asks again, each time a little later. */
const REFRESHES = [2, 5];
const LAST_REFRESH = 10;

/** How many times somebody has waited for the file on this page, or `hold` for a page that stays as it is. */
const WAITED = 'waited';
const HOLD = 'hold';

/**
 * Hands a file of the report over, and says how far it is while it is being made. Coming back, as
 * after a restart, asks for the same file again and changes nothing else.
 */
export async function loader(args: LoaderFunctionArgs) {
  const { site, frame, state } = await openPlanPage(args);
  const format = args.params['format'] ?? '';
  if (!isDocumentFormat(format)) return refuse(frame, { kind: 'not-found' });
  const { key } = state.plan;
  const waited = frame.query[WAITED];
  const request = { plan: key, asOf: state.asOf, locale: frame.locale };
  const known = site.reports.progress(request, format);
  // It is remembered for some minutes: a page that asks again by itself must not break it again.
  if (known.kind === 'failed') return refuseFile(frame, known.error);
  const outcome = await withinPatience(site.reports.render(request, format));
  const path = `${API_BASE}/plans/${encodeURIComponent(key)}/report.${format}`;
  const file = `${path}?as_of=${state.asOf}&lang=${frame.locale}`;
  const page = { frame, format, file, asOf: state.asOf };
  if (outcome === 'ready') {
    if (waited === undefined) throw redirect(file, 303);
    // A file that is saved leaves the page as it is: it must say that there is nothing to wait for.
    return data({ ...page, progress: null, next: null }, { headers: refreshing(0, file) });
  }
  if (outcome !== 'late') return refuseFile(frame, outcome.error);
  const progress = site.reports.progress(request, format);
  if (waited === HOLD) {
    return data({ ...page, progress, next: null }, { status: 202, headers: NEVER_KEPT });
  }
  const times = Math.max(0, Math.trunc(Number(waited ?? 0))) || 0;
  const next = { seconds: REFRESHES[times] ?? LAST_REFRESH, times: times + 1 };
  const address = openView(frame).to.sameWith({ [WAITED]: String(next.times) });
  return data(
    { ...page, progress, next },
    { status: 202, headers: refreshing(next.seconds, address) },
  );
}

const NEVER_KEPT = { 'cache-control': 'no-store' };

/** @param seconds before the browser goes on by itself, without script */
function refreshing(seconds: number, address: string): Readonly<Record<string, string>> {
  return { ...NEVER_KEPT, refresh: `${seconds}; url=${address}` };
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

/** What was refused on purpose is said; anything else is a defect. */
function refuseFile(frame: Frame, error: unknown): never {
  if (!(error instanceof DomainError)) throw error;
  return refuse(frame, { kind: 'refused', code: error.code, message: error.message });
}

async function withinPatience(
  rendering: Promise<unknown>,
): Promise<'ready' | 'late' | { readonly error: unknown }> {
  const { promise: late, resolve } = Promise.withResolvers<'late'>();
  const timer = setTimeout(() => resolve('late'), PATIENCE_MS);
  const done = rendering.then(
    () => 'ready' as const,
    (error: unknown) => ({ error }),
  );
  try {
    return await Promise.race([done, late]);
  } finally {
    clearTimeout(timer);
  }
}

export default function ReportFilePage({ loaderData }: PageProps<typeof loader>) {
  const { frame, format, file, asOf, progress, next } = loaderData;
  const view = openView(frame);
  const { report: t } = view.t;
  const name = t.files.names[format];
  const title = progress === null ? t.ready.title : t.waiting.title;
  return (
    <Page view={view} title={title} unlisted>
      <Trail view={view}>
        <li>
          <a href={view.to.page('report')}>{t.title}</a>
        </li>
      </Trail>
      <div className="head">
        <h1>{title}</h1>
        {progress === null ? (
          <>
            <p className="lede">
              {t.waiting.lede(name, asOf)} {t.ready.opens}
            </p>
            <p>
              <a href={file}>{t.ready.open}</a>
            </p>
          </>
        ) : (
          <>
            <p className="lede">
              {t.waiting.lede(name, asOf)}{' '}
              {progress.kind === 'waiting' ? t.waiting.ahead(progress.ahead) : t.waiting.rendering}
            </p>
            <progress aria-label={t.waiting.title} />
            {next === null ? (
              <p>
                {t.waiting.held} <a href={view.to.sameWith({ [WAITED]: HOLD })}>{t.waiting.look}</a>
              </p>
            ) : (
              <p>
                {t.waiting.again(next.seconds)}{' '}
                <a href={view.to.sameWith({ [WAITED]: HOLD })}>{t.waiting.hold}</a>
              </p>
            )}
          </>
        )}
        <p>
          <a href={view.to.page('report')}>{progress === null ? t.ready.back : t.waiting.leave}</a>
        </p>
      </div>
    </Page>
  );
}
