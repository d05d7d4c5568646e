import type { Block, Cell } from '#documents/document.ts';
import { paragraph, text } from '#documents/inlines.ts';
import type { Bilingual } from '#modules/plan/index.ts';
import { type PartContext, said } from '../part-context.ts';

/** Letters and digits, joined by hyphens or slashes: "OPTMQ", "GT-RAC", "M/O", "CIQ-BCI". */
const WORD = /[\p{L}\p{N}]+(?:[-/][\p{L}\p{N}]+)*/gu;

/**
 * The acronyms that a report uses, and nothing else: those of its plan's vocabulary first, then those
 * of organisations. One that several organisations share and no vocabulary settles is left out.
 *
 * @param texts everything that the rest of the report says
 */
export function acronymsPart(context: PartContext, texts: Iterable<string>): Block[] {
  const { t, locale } = context;
  const known = knownAcronyms(context);
  const used = usedAcronyms(texts, known);
  if (used.length === 0) return [paragraph([t.acronyms.none])];
  const order = new Intl.Collator(locale === 'fr' ? 'fr-CA' : 'en-CA');
  return [
    {
      kind: 'table',
      caption: t.acronyms.caption,
      captioned: false,
      dense: true,
      columns: [
        { header: [text(t.acronyms.label)], width: 2, align: 'start' },
        { header: [text(t.acronyms.meaning)], width: 8, align: 'start' },
      ],
      groups: [
        {
          header: null,
          rows: used
            .toSorted(order.compare)
            .map((label): Cell[] => [
              { content: [paragraph([text(label, { strong: true })])], rowHeader: true },
              { content: [paragraph([said(context, known.get(label) ?? { fr: '', en: null })])] },
            ]),
        },
      ],
      sheet: { name: t.acronyms.sheet, groupSheet: [], section: null },
    },
  ];
}

function knownAcronyms({ vocabulary, organisations, locale }: PartContext): Map<string, Bilingual> {
  const known = new Map<string, Bilingual>();
  const shared = new Set<string>();
  for (const { acronym, name } of organisations) {
    if (known.has(acronym)) shared.add(acronym);
    known.set(acronym, name);
  }
  for (const acronym of shared) known.delete(acronym);
  for (const { label, definition } of vocabulary.acronyms) {
    known.set((locale === 'en' ? label.en : null) ?? label.fr, definition);
  }
  return known;
}

/** A compound that is itself an acronym counts as one; any other counts for its parts. */
function usedAcronyms(texts: Iterable<string>, known: ReadonlyMap<string, unknown>): string[] {
  const used = new Set<string>();
  for (const words of texts) {
    for (const [word] of words.matchAll(WORD)) {
      for (const candidate of known.has(word) ? [word] : word.split(/[-/]/)) {
        if (known.has(candidate)) used.add(candidate);
      }
    }
  }
  return [...used];
}
