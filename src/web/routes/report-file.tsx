import { data, type HeadersFunction, type LoaderFunctionArgs, redirect } from 'react-router';
import { type DocumentFormat, FORMATS } from '#documents/rendering/formats.ts';
import { DomainError } from '#platform/errors/domain-error.ts';
import { Page } from '../components/page.tsx';
import { Trail } from '../components/trail.tsx';
import type { Frame } from '../page/frame.ts';
import { openPlanPage } from '../page/open-page.ts';
import { refuse } from '../page/problem.ts';
import type { PageProps } from '../page/props.ts';
import { openView } from '../page/view.ts';

/** A file ready within this time is handed over at once, without a page that says to wait. */
const PATIENCE_MS = 1500;

/** How often the page asks again, in seconds. */
const REFRESH = 2;

/**
 * Hands a file of the report over, and says how far it is while it is being made. Coming back, as
 * after a restart, asks for the same file again and changes nothing else.
 */
export async function loader(args: LoaderFunctionArgs) {
  const { site, frame, state } = await openPlanPage(args);
  const format = args.params['format'] ?? '';
  if (!isFormat(format)) return refuse(frame, { kind: 'not-found' });
  const { key } = state.plan;
  const request = { plan: key, asOf: state.asOf, locale: frame.locale };
  const known = site.reports.progress(request, format);
  // It is remembered for some minutes: a page that asks again by itself must not break it again.
  if (known.kind === 'failed') return refuseFile(frame, known.error);
  const outcome = await withinPatience(site.reports.render(request, format));
  if (outcome === 'ready') {
    const path = `/api/v1/plans/${encodeURIComponent(key)}/report.${format}`;
    throw redirect(`${path}?as_of=${state.asOf}&lang=${frame.locale}`, 303);
  }
  if (outcome !== 'late') return refuseFile(frame, outcome.error);
  return data(
    { frame, format, asOf: state.asOf, progress: site.reports.progress(request, format) },
    { status: 202, headers: { 'cache-control': 'no-store', refresh: String(REFRESH) } },
  );
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

function isFormat(text: string): text is DocumentFormat {
  return Object.hasOwn(FORMATS, text);
}

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
  const { frame, format, asOf, progress } = loaderData;
  const view = openView(frame);
  const { report: t } = view.t;
  return (
    <Page view={view} title={t.waiting.title} unlisted>
      <Trail view={view}>
        <li>
          <a href={view.to.page('report')}>{t.title}</a>
        </li>
      </Trail>
      <div className="head">
        <h1>{t.waiting.title}</h1>
        <p className="lede" role="status">
          {t.waiting.lede(t.files.names[format], asOf)}{' '}
          {progress.kind === 'waiting' ? t.waiting.ahead(progress.ahead) : t.waiting.rendering}
        </p>
        <progress aria-label={t.waiting.title} />
        <p>{t.waiting.again(REFRESH)}</p>
        <p>
          <a href={view.to.page('report')}>{t.waiting.leave}</a>
        </p>
      </div>
    </Page>
  );
}
