import type { Block, Cell, Flow, Inline, Table } from '#documents/document.ts';
import { paragraph, text } from '#documents/inlines.ts';
import type {
  Bilingual,
  IndicatorState,
  MeasureState,
  PartyState,
  ThemeState,
} from '#modules/plan/index.ts';
import { displayPercent } from '#modules/plan/rules/roll-up.ts';
import { formatList } from '#platform/i18n/words.ts';
import { type Axis, axisOf } from '#presentation/axis.ts';
import { type Glance, glanceAt } from '#presentation/glance.ts';
import { ledeOf, wholePlan } from '#presentation/lede.ts';
import { partyText } from '#presentation/party-text.ts';
import { rowsOf } from '#presentation/rows.ts';
import { say } from '#presentation/say.ts';
import { SHAPES, type ShapeName } from '#presentation/shapes.ts';
import { drawAxis, drawLane } from '../drawing/lane.ts';
import { drawShape } from '../drawing/svg.ts';
import { type MakePart, type PartContext, said } from '../part-context.ts';
import { proseInlines, toned } from '../prose-inlines.ts';
import { figureInlines, figureText } from './figure.ts';
import { themeTitle } from './theme-title.ts';
import { themesTable } from './themes-table.ts';

/** A plan with more measures than this is shown by theme: a longer sheet is no longer one look. */
const LONGEST_SHEET = 60;

/** Up to here collaborators are named; beyond, counted. */
const MOST_NAMED = 2;

/** In points. */
const BAR = 52;

/** In characters: of a line's name on a line of its own, and beside its figure. */
const LONGEST_LABEL = 32;
const LONGEST_BESIDE = 12;

/** The plan at a glance: what one would say aloud, then every measure on a common time axis. */
export const sheetPart: MakePart = (context) => {
  const { state } = context;
  const glance = glanceAt(state);
  const lede = paragraph(
    proseInlines(ledeOf(ledeContext(context), wholePlan(state), glance)),
    'lede',
  );
  if (state.measures.length > LONGEST_SHEET) return [lede, themesTable(context)];
  return [lede, legend(context), sheetTable(context, glance)];
};

/** In a document, a sentence names measures and leads nowhere. */
function ledeContext({ plan }: PartContext) {
  return { t: plan, to: { measure: () => '', onDate: () => '', page: () => null } };
}

function legend({ plan, t }: PartContext): Block {
  const names = Object.keys(SHAPES) as ShapeName[];
  const shapes = names.flatMap((name): Inline[] => [
    drawShape(name),
    text(`\u00A0${plan.state.shapes[name]}   `),
  ]);
  return paragraph([...shapes, text(`···\u00A0${t.sheet.ongoing}`)], 'small');
}

function sheetTable(context: PartContext, glance: Glance): Table {
  const { state, t, locale } = context;
  const axis = axisOf(state);
  const ofTheme = Map.groupBy(state.measures, (measure) => measure.theme);
  return {
    kind: 'table',
    caption: t.sheet.caption(say(locale, state.plan.title).text),
    captioned: false,
    dense: true,
    columns: [
      { header: [text(t.sheet.measure)], width: 41, align: 'start' },
      {
        header: [drawAxis(axis, t.dateline(state.asOf), t.sheet.time)],
        width: 33,
        align: 'start',
      },
      {
        header: [text(glance.origin === 'summary' ? t.sheet.summarised : t.sheet.progress)],
        width: 26,
        align: 'start',
      },
    ],
    groups: state.themes
      .map((theme) => ({ theme, measures: ofTheme.get(theme.number) ?? [] }))
      .filter(({ measures }) => measures.length > 0)
      .map(({ theme, measures }) => ({
        header: {
          number: null,
          title: [{ ...themeTitle(context, theme), strong: true }],
          aside: [text(meanText(context, theme), { tone: 'quiet' })],
          details: [],
        },
        rows: measures.map((measure) => measureCells(context, measure, axis)),
      })),
    sheet: null,
  };
}

function meanText({ t, state }: PartContext, { progress }: ThemeState): string {
  return state.plan.showMean && progress.value !== null
    ? t.sheet.mean(displayPercent(progress.value), progress.coverage)
    : t.sheet.coverage(progress.coverage);
}

function measureCells(context: PartContext, measure: MeasureState, axis: Axis): Cell[] {
  return [
    {
      rowHeader: true,
      content: [
        paragraph([
          text(`${measure.number}  `, { strong: true }),
          said(context, measure.shortName),
        ]),
        paragraph([text(whoText(context, measure), { tone: 'quiet' })], 'small'),
      ],
    },
    { content: laneFlows(context, measure, axis) },
    { content: figureFlows(context, measure) },
  ];
}

/** The lane says aloud every deadline; in print, the ones that matter now are written under it. */
function laneFlows({ plan, t }: PartContext, { indicators }: MeasureState, axis: Axis): Flow[] {
  const phrases = indicators.map((indicator) => plan.state.deadline(indicator));
  const spoken = [...new Set(phrases.map(({ text: words }) => words))].join('; ');
  const written = new Map(
    phrases
      .filter(({ tone }) => tone !== 'plain' && tone !== 'done')
      .map((phrase) => [phrase.text, phrase]),
  );
  return [
    paragraph([drawLane(axis, indicators, spoken === '' ? t.sheet.noDeadline : spoken)]),
    ...[...written.values()].map(({ text: words, tone }) =>
      paragraph([text(words, { ...toned(tone), strong: true })], 'small'),
    ),
    ...(indicators.some(isOngoing)
      ? [paragraph([text(t.sheet.ongoing, { tone: 'quiet' })], 'small')]
      : []),
  ];
}

function isOngoing({ deadline }: IndicatorState): boolean {
  return deadline?.kind === 'ongoing';
}

/** Each figure that the measure has, under the name of its line where there are several. */
function figureFlows(context: PartContext, measure: MeasureState): Flow[] {
  const own = rowsOf(measure).filter(
    ({ line, figure }) => figure.kind === 'stated' || line?.expected,
  );
  if (own.length === 0) {
    return [
      paragraph([text(figureText(context, { kind: 'not-expected' }), { tone: 'quiet' })], 'small'),
    ];
  }
  return own.flatMap(({ label, figure }): Flow[] => {
    const inlines = figureInlines(context, figure, BAR);
    if (own.length === 1 || label === null) return [paragraph(inlines)];
    const name = said(context, shortened(label), { tone: 'quiet' });
    return name.text.length <= LONGEST_BESIDE
      ? [paragraph([...inlines, text('  '), name])]
      : [paragraph(inlines), paragraph([name], 'small')];
  });
}

/** A label that holds on a line; it is whole in the follow-up table. */
function shortened({ fr, en }: Bilingual): Bilingual {
  return { fr: cut(fr), en: en === null ? null : cut(en) };
}

function cut(label: string): string {
  if (label.length <= LONGEST_LABEL) return label;
  const words = label.slice(0, LONGEST_LABEL).split(' ').slice(0, -1).join(' ');
  return `${words === '' ? label.slice(0, LONGEST_LABEL) : words}…`;
}

/** "MES (collégial) · avec 6 collaborateurs". */
function whoText({ t, locale }: PartContext, { leads, collaborators }: MeasureState): string {
  const names = (parties: readonly PartyState[]) => formatList(locale, parties.map(partyText));
  const lead = leads.length === 0 ? t.sheet.noLead : names(leads);
  if (collaborators.length === 0) return lead;
  return collaborators.length > MOST_NAMED
    ? `${lead} · ${t.sheet.with(collaborators.length)}`
    : `${lead} · ${t.sheet.withNames(names(collaborators))}`;
}
