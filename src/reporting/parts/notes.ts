import type { Block, Heading, Inline } from '#documents/document.ts';
import { text } from '#documents/inlines.ts';
import type { PlanHeading } from '#modules/plan/index.ts';
import { say } from '#presentation/say.ts';
import { type MakePart, type PartContext, said } from '../part-context.ts';

/** What a reader should know of the plan, how its figures are read, and where they come from. */
export const notesPart: MakePart = (context, under) => {
  const { state, t, locale } = context;
  const { summaryOf } = state.plan;
  const about = state.plan.notes.filter((note) => note.about === 'plan');
  return [
    ...section(
      { level: under, id: 'about' },
      t.notes.about,
      about.map((note) => [said(context, note.text), ...linkOf(note)]),
    ),
    ...section(
      { level: under, id: 'reading' },
      t.notes.reading,
      t.notes.rules(state.asOf).map((rule) => [text(rule)]),
    ),
    ...(summaryOf === null
      ? []
      : section({ level: under, id: 'source' }, t.notes.source, [
          [said(context, summaryOf.title), text(` (${say(locale, summaryOf.publisher).text})`)],
        ])),
  ];
};

/** The notes about one thing, as notes at the foot of the page where it is named. */
export function notesAbout(context: PartContext, about: string): Inline[] {
  return context.state.plan.notes
    .filter((note) => note.about === about)
    .map((note) => ({
      kind: 'note',
      content: [said(context, note.text), ...linkOf(note)],
    }));
}

type PlanNote = PlanHeading['notes'][number];

function linkOf({ href }: PlanNote) {
  if (href === null) return [];
  return [text(' '), { kind: 'link' as const, text: href, href }];
}

function section(
  heading: Pick<Heading, 'level' | 'id'>,
  title: string,
  items: Inline[][],
): Block[] {
  if (items.length === 0) return [];
  return [
    { kind: 'heading', ...heading, content: [text(title)] },
    { kind: 'list', items, sheet: true },
  ];
}
