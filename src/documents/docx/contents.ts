import {
  BookmarkEnd,
  BookmarkStart,
  ConcreteHyperlink,
  FileChild,
  Paragraph,
  type ParagraphChild,
  Run,
  Tab,
} from 'docx';
import type { Document, Heading, Inline } from '../document.ts';
import { plainText } from '../inlines.ts';
import { runsOf } from './inlines.ts';
import { STYLES } from './style-ids.ts';
import { closeField, openField, Tag } from './tag.ts';
import { plainRuns } from './text-runs.ts';
import type { Writing } from './writing.ts';

/** The name under which Word finds a heading: its own names start like this, and it hides them. */
function bookmarkOf(rank: number): string {
  return `_Toc${String(rank + 1).padStart(9, '0')}`;
}

/** The headings of a document by themselves, for its table of contents. */
export class Headings {
  readonly #ranks: ReadonlyMap<Heading, number>;

  constructor({ sections }: Document) {
    const headings = sections.flatMap(({ blocks }) =>
      blocks.filter((block) => block.kind === 'heading'),
    );
    this.#ranks = new Map(headings.map((heading, rank) => [heading, rank]));
  }

  paragraphOf(heading: Heading, writing: Writing): Paragraph {
    const bookmark = bookmarkOf(this.#ranks.get(heading) ?? 0);
    return new HeadingParagraph(heading, bookmark, writing);
  }

  /**
   * The table of contents, in the frame by which Word knows its own and offers to update it. It is
   * filled already, for the programs that never update one, but for its page numbers: only Word knows
   * them. The field says so, and Word offers to count them when it opens the file.
   */
  contents(writing: Writing): FileChild[] {
    const title = new Paragraph({
      style: STYLES.contentsTitle,
      children: plainRuns(writing.words.contents, writing.language),
    });
    const entries = [...this.#ranks].map(([heading, rank]) => ({
      level: heading.level,
      children: entryOf(heading, bookmarkOf(rank), writing),
    }));
    return [new Contents(title, entries)];
  }
}

class HeadingParagraph extends Paragraph {
  constructor({ level, content }: Heading, bookmark: string, writing: Writing) {
    super({ style: `Heading${level}`, children: runsOf(content.map(plain), writing) });
    const id = writing.nextId();
    const [properties, ...runs] = this.root;
    this.root = [properties, new BookmarkStart(bookmark, id), ...runs, new BookmarkEnd(id)];
  }
}

/** Headings are bold: strong words in them would lose it. */
function plain(inline: Inline): Inline {
  return inline.kind === 'text' ? { ...inline, strong: false } : inline;
}

interface Entry {
  readonly level: number;
  readonly children: readonly ParagraphChild[];
}

class Contents extends FileChild {
  constructor(title: Paragraph, entries: readonly Entry[]) {
    super('w:sdt');
    const gallery = new Tag('w:docPartObj', {}, [
      new Tag('w:docPartGallery', { 'w:val': 'Table of Contents' }),
      new Tag('w:docPartUnique'),
    ]);
    const filled = entries.length > 0 ? entries : [{ level: 1, children: [] }];
    const paragraphs = filled.map(
      ({ level, children }, index) =>
        new Paragraph({
          style: `TOC${level}`,
          children: [
            ...(index === 0 ? openField('TOC \\o "1-3" \\h', { dirty: true }) : []),
            ...children,
            ...(index === filled.length - 1 ? [closeField()] : []),
          ],
        }),
    );
    this.root.push(
      new Tag('w:sdtPr', {}, [gallery]),
      new Tag('w:sdtContent', {}, [title, ...paragraphs]),
    );
  }
}

function entryOf(heading: Heading, bookmark: string, writing: Writing): ParagraphChild[] {
  const words = plainText(heading.content).replaceAll('\n', ' ');
  return [
    new ConcreteHyperlink(
      [
        ...plainRuns(words, writing.language),
        new Run({ children: [new Tab()] }),
        ...openField(`PAGEREF ${bookmark} \\h`),
        closeField(),
      ],
      `Titre${bookmark}`,
      bookmark,
    ),
  ];
}
