import type { Block, GroupHeader, Inline, PlainInline, Table } from '#documents/document.ts';
import { paragraph, text } from '#documents/inlines.ts';
import type { MeasureState, PartyState } from '#modules/plan/index.ts';
import { joinList } from '#platform/i18n/words.ts';
import { partyText } from '#presentation/party-text.ts';
import { say } from '#presentation/say.ts';
import { drawMarker } from '../drawing/svg.ts';
import { inFrench, type MakePart, type PartContext, said } from '../part-context.ts';
import { type FollowUpBodies, followUpBodies, legendOf } from './follow-up-bodies.ts';
import { followUpColumns, followUpRows } from './follow-up-rows.ts';
import { notesAbout } from './notes.ts';
import { themeTitle } from './theme-title.ts';

/** Where each measure stands, theme by theme: who answers for it, what was promised, what was done. */
export const followUpPart: MakePart = (context, under) => {
  const { state, t, followedUp } = context;
  if (state.measures.length === 0) return [paragraph([t.followUp.empty])];
  const bodies = followUpBodies(context);
  const ofTheme = Map.groupBy(followedUp, (measure) => measure.theme);
  const themes = state.themes.flatMap((theme, rank): Block[] => {
    const measures = ofTheme.get(theme.number) ?? [];
    if (measures.length === 0 && followedUp.length < state.measures.length) return [];
    const title = themeTitle(context, theme);
    return [
      {
        kind: 'heading',
        level: under,
        id: `theme-${rank + 1}`,
        content: [title, ...notesAbout(context, `theme ${theme.number}`)],
      },
      ...(theme.objective === null ? [] : [paragraph([said(context, theme.objective)], 'small')]),
      ...(measures.length === 0
        ? [paragraph([t.followUp.emptyTheme])]
        : [
            themeTable(context, title.text, t.theme(theme.number, theme.name.fr), measures, bodies),
          ]),
    ];
  });
  return [
    { ...paragraph(legendOf(context, bodies), 'small'), sheet: true },
    ...themes,
    ...themeless(context, ofTheme, bodies, under),
  ];
};

/** Measures whose theme is not in force on the date are still shown. */
function themeless(
  context: PartContext,
  ofTheme: ReadonlyMap<string, readonly MeasureState[]>,
  bodies: FollowUpBodies,
  under: 2 | 3,
): Block[] {
  const known = new Set(context.state.themes.map(({ number }) => number));
  const measures = [...ofTheme].filter(([number]) => !known.has(number)).flatMap(([, own]) => own);
  if (measures.length === 0) return [];
  const title = context.t.followUp.withoutTheme;
  return [
    { kind: 'heading', level: under, id: 'theme-none', content: [text(title)] },
    themeTable(context, title, title, measures, bodies),
  ];
}

function themeTable(
  context: PartContext,
  caption: string,
  section: string,
  measures: readonly MeasureState[],
  bodies: FollowUpBodies,
): Table {
  const { sheet } = context.t.followUp;
  return {
    kind: 'table',
    caption,
    captioned: false,
    columns: followUpColumns(context),
    groups: measures.map((measure) => ({
      header: measureHeader(context, measure, bodies),
      rows: followUpRows(context, measure),
      continued: measure.lines.slice(1).map(({ leadText }) => [null, null, leadText, null, null]),
    })),
    sheet: {
      name: sheet.name,
      groupSheet: [sheet.number, sheet.measure, sheet.lead, sheet.collaborators, sheet.followUp],
      section,
    },
  };
}

function measureHeader(
  context: PartContext,
  measure: MeasureState,
  bodies: FollowUpBodies,
): GroupHeader {
  const { t, locale } = context;
  const body = measure.followUp;
  const name =
    body === null
      ? t.followUp.asideUnknown
      : t.followUp.aside(body.acronym ?? say(locale, body.name).text);
  return {
    number: measure.number,
    title: [said(context, measure.name, { strong: true })],
    aside: [drawMarker(bodies.rankOf(body)), text(`\u00A0${name}`, { tone: 'quiet' })],
    details: [
      { label: t.followUp.lead, content: partyInlines(context, measure.leads) },
      ...(measure.collaborators.length === 0
        ? []
        : [
            {
              label: t.followUp.collaborators,
              content: partyInlines(context, measure.collaborators),
            },
          ]),
    ],
    values: [
      measure.number,
      say(locale, measure.name).text,
      measure.leadText,
      measure.collaboratorText,
      measure.followUpText,
    ],
  };
}

/** Organisations are written in French; in an English report they are marked as such. */
function partyInlines(context: PartContext, parties: readonly PartyState[]): PlainInline[] {
  if (parties.length === 0) return [text(context.t.followUp.nobody, { tone: 'quiet' })];
  return joinList<Inline>(
    context.locale,
    parties.map((party) => inFrench(context, partyText(party))),
  ).map((part) => (typeof part === 'string' ? text(part) : part)) as PlainInline[];
}
