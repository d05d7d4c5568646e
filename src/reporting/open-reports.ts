import type { Document } from '#documents/document.ts';
import type { DocumentFormat } from '#documents/rendering/formats.ts';
import type { Renderer } from '#documents/rendering/open-renderer.ts';
import type { Recipe } from '#documents/rendering/protocol.ts';
import type { OrganisationReader } from '#modules/organisations/index.ts';
import type { PlanReader, PlanState, PlanStateResult } from '#modules/plan/index.ts';
import type { ReportTextsReader } from '#modules/report-texts/index.ts';
import { keepWhileUnchanged } from '#platform/database/keep.ts';
import type { Locale } from '#platform/i18n/locale.ts';
import { assembleReport, isDraft } from './assemble-report.ts';
import type { ReportInput } from './report-input.ts';

/** Which report: of a plan, on a date, in a language. Null is the latest date that has statements. */
export interface ReportRequest {
  readonly plan: string;
  readonly asOf: string | null;
  readonly locale: Locale;
}

export type ReportResult =
  | { readonly kind: 'found'; readonly state: PlanState; readonly document: Document }
  | Exclude<PlanStateResult, { readonly kind: 'found' }>;

export interface RenderedReport {
  readonly bytes: Uint8Array;
  /** "rapport-pole-2019-2024-2022-03-31.pdf" */
  readonly fileName: string;
  /** ISO date. */
  readonly asOf: string;
  /** Whether texts are missing from it. */
  readonly draft: boolean;
}

export type RenderingResult =
  | ({ readonly kind: 'rendered' } & RenderedReport)
  | Exclude<PlanStateResult, { readonly kind: 'found' }>;

/** The annual reports of every plan. */
export interface Reports {
  /** The report as a tree of blocks; `part` keeps some of its measures only, for a page that shows them bit by bit. */
  find(request: ReportRequest, part?: PlanState['measures']): Promise<ReportResult>;
  /**
   * The report as a file.
   *
   * @throws DomainError 'unavailable' when too many are under way, 'unsupported' when this format
   *   cannot hold it
   */
  render(
    request: ReportRequest,
    format: DocumentFormat,
    options?: { readonly signal?: AbortSignal },
  ): Promise<RenderingResult>;
  /** How far a file is that somebody asked for. */
  progress(request: ReportRequest, format: DocumentFormat): ReturnType<Renderer['progressOf']>;
}

export interface ReportsOptions {
  readonly plans: PlanReader;
  readonly organisations: OrganisationReader;
  readonly reportTexts: ReportTextsReader;
  readonly renderer: Renderer;
  /** Names the state of the data; null when it cannot be known, and nothing is then kept. */
  readonly revision: () => string | null;
  /** Where a report is read online; null where the site has no public address. */
  readonly addressOf: (request: { plan: string; asOf: string; locale: Locale }) => string | null;
}

/** Assembling a large report takes a while too: it is left to the process that renders it. */
function recipeOf(input: ReportInput): Recipe {
  return {
    title: `${input.state.plan.key} ${input.state.asOf}`,
    module: new URL('./assemble-report.ts', import.meta.url).href,
    make: assembleReport.name,
    from: input,
  };
}

/** Reports kept in memory: some dates of a few plans, in both languages. */
const KEPT_REPORTS = 16;

export function openReports(options: ReportsOptions): Reports {
  const { plans, renderer, revision } = options;
  const kept = keepWhileUnchanged<ReportResult>(revision, KEPT_REPORTS);

  const assembled: Reports['find'] = ({ plan, asOf, locale }, part) =>
    kept(`${plan} ${asOf} ${locale} ${part?.[0]?.number} ${part?.length}`, async () => {
      const found = await plans.state(plan, asOf);
      if (found.kind !== 'found') return found;
      const input = await readInput(options, found.state, locale);
      const document = assembleReport(part === undefined ? input : { ...input, followedUp: part });
      return { kind: 'found', state: found.state, document };
    });

  const nameOf = (request: ReportRequest, format: DocumentFormat) => {
    const current = revision();
    return current === null
      ? null
      : `${current} ${request.plan} ${request.asOf} ${request.locale} ${format}`;
  };

  return {
    find: assembled,
    render: async (request, format, { signal } = {}) => {
      // Named before anything is read: what is read later may only be newer than its name.
      const key = nameOf(request, format);
      const found = await plans.state(request.plan, request.asOf);
      if (found.kind !== 'found') return found;
      const { state } = found;
      const input = await readInput(options, state, request.locale);
      const bytes = await renderer.render(recipeOf(input), format, {
        ...(key === null ? {} : { key }),
        ...(signal === undefined ? {} : { signal }),
      });
      return {
        kind: 'rendered',
        bytes,
        asOf: state.asOf,
        draft: isDraft(input),
        fileName: `${request.locale === 'fr' ? 'rapport' : 'report'}-${state.plan.key}-${state.asOf}.${format}`,
      };
    },
    progress: (request, format) => renderer.progressOf(nameOf(request, format) ?? ''),
  };
}

async function readInput(
  { plans, organisations, reportTexts, addressOf }: ReportsOptions,
  state: PlanState,
  locale: Locale,
): Promise<ReportInput> {
  const { asOf, plan } = state;
  const [template, texts, vocabulary, known, ages] = await Promise.all([
    reportTexts.template(plan.key),
    reportTexts.texts(plan.key, asOf),
    plans.vocabulary(plan.key),
    organisations.list(asOf),
    plans.figureAges(plan.key, asOf),
  ]);
  if (template === null) throw new Error(`no report template for ${plan.key}`);
  return {
    locale,
    state,
    template,
    texts,
    vocabulary: vocabulary ?? { acronyms: [], terms: [] },
    organisations: known.flatMap(({ acronym, name }) =>
      acronym === null ? [] : [{ acronym, name }],
    ),
    ages,
    followedUp: state.measures,
    address: addressOf({ plan: plan.key, asOf, locale }),
  };
}
