import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from 'react-router';
import { DomainError } from '#platform/errors/domain-error.ts';
import { STATUS } from '#platform/http/problem.ts';
import type { ReportTexts } from '#web/coordination/coordination.ts';
import { Refusal } from '../../components/coordination/refusal.tsx';
import {
  anchorOf,
  HOW_TO_WRITE,
  type RefusedText,
  ReportText,
} from '../../components/coordination/report-text.tsx';
import { Page } from '../../components/page.tsx';
import { Trail } from '../../components/trail.tsx';
import { coordination } from '../../messages/coordination.ts';
import { coordinationReport as t } from '../../messages/coordination-report.ts';
import { COORDINATION, fillAddress, PAGES } from '../../page/addresses.ts';
import { openCoordinationPage, readForm, textOf } from '../../page/coordination.ts';
import { refuse } from '../../page/problem.ts';
import type { PageProps } from '../../page/props.ts';
import { openView, type View } from '../../page/view.ts';

/** The texts that the coordination writes for a plan's report, at a date. */
export async function loader(args: LoaderFunctionArgs) {
  const { site, frame, coordination: useCases } = await openCoordinationPage(args);
  const key = args.params['plan'] ?? '';
  const found = await site.plans.state(key, frame.asOf);
  switch (found.kind) {
    case 'unknown-plan':
      return refuse(frame, { kind: 'unknown-plan', key });
    case 'not-in-force':
      return refuse({ ...frame, asOf: null }, { ...found, kind: 'not-in-force' });
    case 'found': {
      const { asOf, statementDates } = found.state;
      const report = await useCases.reportTexts(key, asOf);
      return { frame, key, asOf, statementDates, report, done: doneOf(args.url.searchParams) };
    }
  }
}

/** Writes a text or withdraws it; what is refused comes back beside its form, as it was filled in. */
export async function action(args: ActionFunctionArgs) {
  const { frame, coordination: useCases } = await openCoordinationPage(args);
  const plan = args.params['plan'] ?? '';
  const form = await readForm(args, t.tooLarge);
  const sent = readSent(form);
  const { key, asOf, seen, intent, body, bodyEn } = sent;
  try {
    demandMeant(sent);
    const texts = intent === 'save' ? { body, bodyEn } : { body: null, bodyEn: null };
    const { changed } = await useCases.editReportText({ planKey: plan, key, asOf, seen, ...texts });
    const done = changed ? (intent === 'save' ? 'saved' : 'withdrawn') : 'unchanged';
    const page = openView(frame).to.coordination(
      'reportTexts',
      { plan },
      { as_of: asOf, done, text: key },
    );
    return redirect(`${page}#${anchorOf(key)}`);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { message, code } = error;
    const refused: RefusedText = { ...sent, message, overtaken: code === 'conflict' };
    return data({ refused }, { status: STATUS[code] });
  }
}

interface Sent extends Pick<RefusedText, 'key' | 'intent' | 'body' | 'bodyEn'> {
  readonly asOf: string;
  readonly seen: number | null;
  readonly confirmed: boolean;
}

function readSent(form: FormData): Sent {
  const key = textOf(form, 'key');
  const seen = textOf(form, 'seen');
  return {
    key,
    asOf: textOf(form, 'asOf'),
    seen: seen === '' ? null : Number(seen),
    intent: textOf(form, 'intent') === 'withdraw' ? 'withdraw' : 'save',
    confirmed: form.has('confirm'),
    body: textOf(form, `${anchorOf(key)}-fr`),
    bodyEn: textOf(form, `${anchorOf(key)}-en`),
  };
}

/** An empty field does not withdraw a text, nor does a button alone. @throws DomainError 'invalid' */
function demandMeant({ intent, confirmed, body, bodyEn }: Sent): void {
  if (intent === 'withdraw' && !confirmed) {
    throw new DomainError('invalid', t.withdraw.unconfirmed);
  }
  if (intent === 'save' && body === '' && bodyEn === '') throw new DomainError('invalid', t.empty);
}

interface Done {
  readonly done: 'saved' | 'unchanged' | 'withdrawn';
  /** The text's key. */
  readonly text: string;
}

/** What was just done, as the address says; null when it says nothing. */
function doneOf(query: URLSearchParams): Done | null {
  const done = query.get('done');
  return done === 'saved' || done === 'unchanged' || done === 'withdrawn'
    ? { done, text: query.get('text') ?? '' }
    : null;
}

export default function ReportTextsPage({
  loaderData,
  actionData,
}: PageProps<typeof loader, typeof action>) {
  const { frame, key, asOf, statementDates, report, done } = loaderData;
  const view = openView(frame);
  const refused = actionData?.refused ?? null;
  const address = view.to.coordination('reportTexts', { plan: key }, { as_of: asOf });
  const isHere = report.texts.some(({ part }) => part.key === refused?.key);
  return (
    <Page view={view} title={t.title(report.title)} unlisted>
      <Trail view={view}>
        <li>
          <a href={view.to.coordination('home')}>{coordination.title}</a>
        </li>
      </Trail>
      <div className="head">
        <h1>{t.title(report.title)}</h1>
        <p className="lede">{report.texts.length === 0 ? t.none : t.lede(asOf, report.texts)}</p>
        <DateControl view={view} plan={key} asOf={asOf} dates={statementDates} />
        <p className="source">
          <a href={fillAddress(PAGES.report.fr, { plan: key }, { as_of: asOf })}>{t.online}</a>
        </p>
        {refused && !isHere ? <LostText refused={refused} /> : null}
      </div>
      <Overview report={report} asOf={asOf} />
      <section aria-labelledby={`${HOW_TO_WRITE}-title`}>
        <h2 id={`${HOW_TO_WRITE}-title`}>{t.how.title}</h2>
        <ul id={HOW_TO_WRITE}>
          {t.how.rules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </section>
      {report.texts.map((text) => (
        <ReportText
          key={text.part.key}
          view={view}
          text={text}
          asOf={asOf}
          address={`${address}#${anchorOf(text.part.key)}`}
          done={!refused && done?.text === text.part.key ? done.done : null}
          refused={refused?.key === text.part.key ? refused : null}
        />
      ))}
    </Page>
  );
}

interface DateControlProps {
  readonly view: View;
  readonly plan: string;
  readonly asOf: string;
  readonly dates: readonly string[];
}

/** Chooses the date of the report; the dates that have statements are those that have one. */
function DateControl({ view, plan, asOf, dates }: DateControlProps) {
  const { common } = view.t;
  return (
    <form className="as-of" action={fillAddress(COORDINATION.reportTexts, { plan })}>
      <label htmlFor="as-of">{t.asOf}</label>
      <input id="as-of" className="field num" type="date" name="as_of" defaultValue={asOf} />
      <button className="btn quiet" type="submit">
        {common.asOf.submit}
      </button>
      {dates.length === 0 ? null : (
        <nav className="dates" aria-label={common.asOf.datesNav}>
          <span>{common.asOf.dates}</span>
          <ul className="inline">
            {dates.toReversed().map((date) => (
              <li key={date}>
                <a
                  href={view.to.coordination('reportTexts', { plan }, { as_of: date })}
                  aria-current={date === asOf ? 'true' : undefined}
                >
                  {common.date(date)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </form>
  );
}

function Overview({ report, asOf }: { readonly report: ReportTexts; readonly asOf: string }) {
  if (report.texts.length === 0) return null;
  return (
    <nav aria-label={t.nav}>
      <ul>
        {report.texts.map((text) => (
          <li key={text.part.key}>
            <a href={`#${anchorOf(text.part.key)}`}>{text.part.heading.fr}</a>{' '}
            <span className="source">· {t.state(text, asOf)}</span>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The template changed under the editor: their text has no form any more, and must not be lost. */
function LostText({ refused }: { readonly refused: RefusedText }) {
  const sent = [refused.body, refused.bodyEn].filter((text) => text !== '');
  return (
    <>
      <Refusal message={refused.message} />
      {sent.length === 0 ? null : (
        <textarea
          className="field"
          aria-label={t.lost}
          readOnly
          rows={10}
          value={sent.join('\n\n')}
        />
      )}
    </>
  );
}
