import type { Cell } from '#documents/document.ts';
import { paragraph, text } from '#documents/inlines.ts';
import { type MakePart, said } from '../part-context.ts';
import { themeTitle } from './theme-title.ts';

/** What the plan is for, and what each of its themes is for. */
export const objectivesPart: MakePart = (context) => {
  const { state, t } = context;
  const { objectives } = t;
  const themes = state.themes.filter((theme) => !theme.crossCutting || theme.objective !== null);
  const objective = state.plan.objective;
  return [
    ...(objective === null
      ? []
      : [
          paragraph([
            text(`${objectives.objective}\u00A0: `, { strong: true }),
            said(context, objective),
          ]),
        ]),
    {
      kind: 'table',
      caption: objectives.caption,
      captioned: true,
      columns: [
        { header: [text(objectives.theme)], width: 3, align: 'start' },
        { header: [text(objectives.themeObjective)], width: 7, align: 'start' },
      ],
      groups: [
        {
          header: null,
          rows: themes.map((theme): Cell[] => [
            {
              content: [paragraph([themeTitle(context, theme)])],
              rowHeader: true,
              // As the follow-up sheet names it, so that both are read back as one.
              values: [t.theme(theme.number, theme.name.fr)],
            },
            {
              content: [
                paragraph([
                  theme.objective === null
                    ? text(objectives.none, { tone: 'quiet' })
                    : said(context, theme.objective),
                ]),
              ],
              values: [theme.objective?.fr ?? null],
            },
          ]),
        },
      ],
      sheet: { name: objectives.sheet, groupSheet: [], section: null },
    },
  ];
};
