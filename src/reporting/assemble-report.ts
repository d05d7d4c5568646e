import type { Block, Document, Heading } from '#documents/document.ts';
import { text } from '#documents/inlines.ts';
import { textsOf } from '#documents/texts-of.ts';
import type { ReportPart } from '#modules/report-texts/index.ts';
import { say } from '#presentation/say.ts';
import { frontMatter } from './front-matter.ts';
import { type MakePart, openContext, type PartContext } from './part-context.ts';
import { acronymsPart } from './parts/acronyms.ts';
import { chartsPart } from './parts/charts.ts';
import { criteriaPart } from './parts/criteria.ts';
import { followUpPart } from './parts/follow-up.ts';
import { notesPart } from './parts/notes.ts';
import { objectivesPart } from './parts/objectives.ts';
import { sheetPart } from './parts/sheet.ts';
import { textPart } from './parts/text.ts';
import type { ReportInput } from './report-input.ts';

/** The parts that are made from the plan alone. */
const MADE: Readonly<Partial<Record<ReportPart['kind'], MakePart>>> = {
  sheet: sheetPart,
  objectives: objectivesPart,
  criteria: criteriaPart,
  'follow-up': followUpPart,
  notes: notesPart,
  charts: chartsPart,
};

/** A part of the report: its heading, null where it makes its own, and what stands under it. */
interface Chapter {
  readonly part: ReportPart;
  readonly heading: Heading | null;
  readonly blocks: readonly Block[];
}

/** The annual report of a plan at a date, as one document: the same input always gives the same. */
export function assembleReport(input: ReportInput): Document {
  const context = openContext(input);
  const parts = context.template.parts.filter((part) => isShown(input, part));
  const chapters = parts.map(
    (part, index): Chapter => ({
      part,
      heading: headingOf(context, part, index),
      blocks: blocksOf(context, part),
    }),
  );
  return {
    ...frontMatter(context),
    draft: isDraft(input) ? context.t.draft : null,
    sections: sectionsOf(withAcronyms(context, chapters)),
  };
}

/** Whether a text that the report must have is missing. */
export function isDraft(input: ReportInput): boolean {
  return input.template.parts.some((part) => isShown(input, part) && isMissing(input, part));
}

/** Only once everything else is said is it known which acronyms are used. */
function withAcronyms(context: PartContext, chapters: readonly Chapter[]): Chapter[] {
  const said = () =>
    textsOf(chapters.flatMap(({ heading, blocks }) => [...(heading ? [heading] : []), ...blocks]));
  return chapters.map((chapter) =>
    chapter.part.kind === 'acronyms'
      ? { ...chapter, blocks: acronymsPart(context, said()) }
      : chapter,
  );
}

/** A chapter has pages of its own; the follow-up table's are turned. */
function sectionsOf(chapters: readonly Chapter[]): Document['sections'] {
  const sections: Document['sections'] = [];
  for (const { part, heading, blocks } of chapters) {
    const orientation = part.kind === 'follow-up' ? 'landscape' : 'portrait';
    const last = sections.at(-1);
    const content = [...(heading ? [heading] : []), ...blocks];
    if (last && part.level > 1 && last.orientation === orientation) last.blocks.push(...content);
    else sections.push({ orientation, blocks: content });
  }
  return sections;
}

function headingOf({ locale }: PartContext, part: ReportPart, index: number): Heading | null {
  if (part.kind === 'contents') return null;
  const { text: words, lang } = say(locale, part.heading);
  return {
    kind: 'heading',
    level: part.level,
    id: part.kind === 'text' ? `text-${part.key}` : `part-${index + 1}`,
    content: [text(words, lang === undefined ? {} : { lang })],
  };
}

function blocksOf(context: PartContext, part: ReportPart): Block[] {
  switch (part.kind) {
    case 'contents':
      return [{ kind: 'contents' }];
    case 'text':
      return textPart(context, part);
    default:
      return MADE[part.kind]?.(context, part.level === 1 ? 2 : 3) ?? [];
  }
}

function isMissing({ texts }: ReportInput, part: ReportPart): boolean {
  return part.kind === 'text' && !texts.has(part.key);
}

/** A text that is not required and that nobody wrote leaves no hole. */
function isShown(input: ReportInput, part: ReportPart): boolean {
  return part.kind !== 'text' || part.required || !isMissing(input, part);
}
