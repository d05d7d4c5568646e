import type { Block, Document, Table } from '#documents/document.ts';
import { textsOf } from '#documents/texts-of.ts';
import type { PlanState } from '#modules/plan/index.ts';
import type { ReportPart, ReportTemplate, ReportText } from '#modules/report-texts/index.ts';
import { planState } from '#presentation/testing/plan-fixtures.ts';
import type { ReportInput } from '../report-input.ts';

/** A template of these parts, with no marks of its own. */
function reportTemplate(parts: readonly ReportPart[]): ReportTemplate {
  return {
    accent: '#095797',
    logo: null,
    title: { fr: 'Rapport annuel', en: 'Annual report' },
    publisher: { fr: 'Office des essais', en: null },
    body: { fr: 'Pôle des essais', en: null },
    yearEndsOn: '03-31',
    parts: [...parts],
  };
}

/** A part that is made from the plan. */
export function part(
  kind: Exclude<ReportPart['kind'], 'text'>,
  heading: string = kind,
  level: 1 | 2 = 1,
): ReportPart {
  return { kind, level, heading: { fr: heading, en: null } };
}

/** A text that somebody writes. */
export function textPart(
  key: string,
  more: Partial<Extract<ReportPart, { kind: 'text' }>> = {},
): ReportPart {
  return {
    kind: 'text',
    key,
    level: 1,
    heading: { fr: `Texte ${key}`, en: `Text ${key}` },
    lasting: false,
    required: true,
    ...more,
  };
}

export function writtenText(key: string, fr: string, en: string | null = null): ReportText {
  return {
    versionId: 1,
    key,
    body: { fr, en },
    source: 'declared',
    asOf: '2022-03-31',
    recordedAt: '2022-04-01T12:00:00.000Z',
  };
}

/** What a report is assembled from: a plan without measures unless told otherwise. */
export function reportInput(
  parts: readonly ReportPart[],
  changes: Partial<ReportInput> = {},
): ReportInput {
  const state: PlanState = changes.state ?? planState([]);
  return {
    locale: 'fr',
    template: reportTemplate(parts),
    texts: new Map(),
    vocabulary: { acronyms: [], terms: [] },
    organisations: [],
    ages: [],
    address: null,
    ...changes,
    state,
    followedUp: changes.followedUp ?? state.measures,
  };
}

export function blocksOf(document: Document): Block[] {
  return document.sections.flatMap(({ blocks }) => blocks);
}

export function tablesOf(document: Document): Table[] {
  return blocksOf(document).filter((block): block is Table => block.kind === 'table');
}

/** Everything the document says, its spaces made plain. */
export function saidIn(document: Document): string {
  return [...textsOf(blocksOf(document))].join('\n').replaceAll('\u00A0', ' ');
}
