import { z } from 'zod';

/*
 * The one form of every document, before it is a PDF, a Word file, a page, a workbook or JSON: a tree
 * of blocks. It knows nothing of plans; whoever assembles a document says everything here, and no
 * renderer adds or leaves out a fact. The schema is published: it describes the JSON form.
 */

const language = z.enum(['fr', 'en']);

/** Colour that means something; each is always beside words or a shape that say the same. */
export const toneSchema = z.enum(['late', 'due', 'done', 'doubt', 'quiet']);

const textSchema = z.object({
  kind: z.literal('text'),
  text: z.string(),
  strong: z.boolean().optional(),
  emphasis: z.boolean().optional(),
  tone: toneSchema.optional(),
  /** Where it is not the document's. */
  lang: language.optional(),
});

const linkSchema = z.object({
  kind: z.literal('link'),
  text: z.string(),
  href: z.url({ protocol: /^https?$/ }),
});

/** A small drawing in a line of text: a deadline's shape, a lane, a bar. */
const graphicSchema = z.object({
  kind: z.literal('graphic'),
  /** A whole `<svg>` element without script, style or reference to anything outside itself. */
  svg: z.string(),
  /** In points, at the size of the document's text. */
  width: z.number().positive(),
  height: z.number().positive(),
  /** Null where the words beside it say the same: it is then decoration. */
  alt: z.string().nullable(),
});

const breakSchema = z.object({ kind: z.literal('break') });

const plainInlineSchema = z.discriminatedUnion('kind', [
  textSchema,
  linkSchema,
  graphicSchema,
  breakSchema,
]);

/** A note at the foot of the page, called where it stands. */
const noteSchema = z.object({
  kind: z.literal('note'),
  content: z.array(z.discriminatedUnion('kind', [textSchema, linkSchema])),
});

export const inlineSchema = z.discriminatedUnion('kind', [
  textSchema,
  linkSchema,
  graphicSchema,
  breakSchema,
  noteSchema,
]);

const headingSchema = z.object({
  kind: z.literal('heading'),
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  /** Names it within the document, for links and anchors: letters, digits, hyphens. */
  id: z.string().regex(/^[a-z0-9-]+$/),
  content: z.array(inlineSchema),
});

const paragraphSchema = z.object({
  kind: z.literal('paragraph'),
  content: z.array(inlineSchema),
  /**
   * `lede` opens a chapter, `small` is for legends and sources, `missing` says that a text is not
   * written yet, `signature` closes a message.
   */
  role: z.enum(['body', 'lede', 'small', 'missing', 'signature']).default('body'),
  /** Goes to a workbook too, among what explains its tables. */
  sheet: z.boolean().optional(),
});

const listSchema = z.object({
  kind: z.literal('list'),
  items: z.array(z.array(inlineSchema)),
  /** As of a paragraph. */
  sheet: z.boolean().optional(),
});

/** What a cell holds. */
const flowSchema = z.discriminatedUnion('kind', [paragraphSchema, listSchema]);

const sheetValueSchema = z.union([
  z.string(),
  /** A share from 0 to 1, written as a percentage. */
  z.object({ share: z.number() }),
  z.null(),
]);

const cellSchema = z.object({
  content: z.array(flowSchema),
  /** How many rows of its group it stands in; 1 by default. */
  rowSpan: z.int().positive().optional(),
  /** Names its row: read out with each of the row's cells. */
  rowHeader: z.boolean().optional(),
  /** What it is in a workbook, one for each of the column's `sheet` headings; its text when absent. */
  values: z.array(sheetValueSchema).optional(),
});

const columnSchema = z.object({
  header: z.array(plainInlineSchema),
  /** Its share of the table's width. */
  width: z.number().positive(),
  align: z.enum(['start', 'end']).default('start'),
  /** Its headings in a workbook, where it may take several columns; its header when absent. */
  sheet: z.array(z.string()).optional(),
});

/** A row above others that it names: a measure above its lines, a theme above its measures. */
const groupHeaderSchema = z.object({
  /** Stands before the title: "2". */
  number: z.string().nullable(),
  /** Repeated where its rows go on to another page: notes are called from a cell. */
  title: z.array(plainInlineSchema),
  /** At the end of the title's line: a mean, a marker. */
  aside: z.array(plainInlineSchema),
  /** Under the title. */
  details: z.array(z.object({ label: z.string(), content: z.array(plainInlineSchema) })),
  /** What it is in a workbook, one for each of the table's `groupSheet` headings. */
  values: z.array(sheetValueSchema).optional(),
});

export const tableSchema = z.object({
  kind: z.literal('table'),
  /** What it shows, for those who cannot see it; also above it where `captioned`. */
  caption: z.string(),
  captioned: z.boolean(),
  /** Set close and small, where what should be seen at once must hold on a page. */
  dense: z.boolean().optional(),
  columns: z.array(columnSchema).min(1),
  groups: z.array(
    z.object({
      header: groupHeaderSchema.nullable(),
      rows: z.array(z.array(cellSchema)),
      /** In a workbook, what the header's columns hold beside each row after the first; blank when absent. */
      continued: z.array(z.array(sheetValueSchema)).optional(),
    }),
  ),
  /**
   * Where it goes in a workbook; tables of one sheet stand one under the other, each below its
   * caption. Null keeps it out.
   */
  sheet: z
    .object({
      name: z.string(),
      /** Headings of the columns that the group headers fill, on the group's first row. */
      groupSheet: z.array(z.string()),
      /** The caption as the row that opens the table's part of the sheet; null for no such row. */
      section: z.string().nullable(),
    })
    .nullable(),
});

const figureSchema = z.object({
  kind: z.literal('figure'),
  /** A whole `<svg>` element; classes name what is drawn, so that a page may recolour it. */
  svg: z.string(),
  /** In points. */
  width: z.number().positive(),
  height: z.number().positive(),
  /** What it shows, in words. */
  alt: z.string(),
  caption: z.string(),
  /** The figures it is drawn from. */
  data: tableSchema,
});

const contentsSchema = z.object({ kind: z.literal('contents') });

export const blockSchema = z.discriminatedUnion('kind', [
  headingSchema,
  paragraphSchema,
  listSchema,
  tableSchema,
  figureSchema,
  contentsSchema,
]);

/** A part with pages of its own: a new one opens with it. */
const sectionSchema = z.object({
  orientation: z.enum(['portrait', 'landscape']),
  blocks: z.array(blockSchema),
});

const imageSchema = z.object({
  svg: z.string(),
  /** Its width over its height. */
  ratio: z.number().positive(),
  alt: z.string(),
});

export const documentSchema = z.object({
  language,
  title: z.string(),
  /** Under the title on the cover: a plan's name. */
  subtitle: z.string().nullable(),
  /** Who publishes it: the document's author. */
  publisher: z.string(),
  /** The body it is about, above the title. */
  body: z.string().nullable(),
  /** "Au 31 mars 2022". */
  dateline: z.string(),
  /** What marks every page of one that is not final: "Projet". Null when it is. */
  draft: z.string().nullable(),
  /** Lines at the foot of the cover: what it summarises, where it can be had in another form. */
  colophon: z.array(z.array(z.discriminatedUnion('kind', [textSchema, linkSchema]))),
  marks: z.object({
    /** The one accent colour, `#rrggbb`. */
    accent: z.string().regex(/^#[0-9a-f]{6}$/),
    logo: imageSchema.nullable(),
  }),
  /** What stands at the head of every page but the cover. */
  runningHead: z.string(),
  /** The words that renderers need. */
  words: z.object({
    contents: z.string(),
    /** "Page {page} de {pages}". */
    page: z.string(),
    /** "Figure {number}". */
    figure: z.string(),
    /** "Tableau {number}". */
    table: z.string(),
    /** What opens a figure's data: "Les chiffres de la figure". */
    figureData: z.string(),
    /** What leads to the notes of a page: "Notes". */
    notes: z.string(),
    /** What names the sheet that says what a workbook is: "À propos". */
    about: z.string(),
    /** "Retour à l’appel de la note {number}". */
    noteBack: z.string(),
  }),
  sections: z.array(sectionSchema),
});

export type Tone = z.infer<typeof toneSchema>;
export type Text = z.infer<typeof textSchema>;
export type Link = z.infer<typeof linkSchema>;
export type Graphic = z.infer<typeof graphicSchema>;
export type Note = z.infer<typeof noteSchema>;
export type Inline = z.infer<typeof inlineSchema>;
export type PlainInline = z.infer<typeof plainInlineSchema>;
export type Heading = z.infer<typeof headingSchema>;
export type Paragraph = z.infer<typeof paragraphSchema>;
export type List = z.infer<typeof listSchema>;
export type Flow = z.infer<typeof flowSchema>;
export type SheetValue = z.infer<typeof sheetValueSchema>;
export type Cell = z.infer<typeof cellSchema>;
export type Column = z.infer<typeof columnSchema>;
export type GroupHeader = z.infer<typeof groupHeaderSchema>;
export type Table = z.infer<typeof tableSchema>;
export type Figure = z.infer<typeof figureSchema>;
export type Block = z.infer<typeof blockSchema>;
export type Section = z.infer<typeof sectionSchema>;
export type Document = z.infer<typeof documentSchema>;
