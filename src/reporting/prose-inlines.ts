import type { Flow, Inline } from '#documents/document.ts';
import { type TextLook, text } from '#documents/inlines.ts';
import { type NarrativeInline, parseNarrative } from '#modules/plan/rules/narrative.ts';
import type { Tone as PhraseTone } from '#presentation/facts.ts';
import type { Prose } from '#presentation/prose.ts';
import type { Said } from '#presentation/say.ts';

/** A sentence of the catalogue as runs; what it leads to on a page stays words here. */
export function proseInlines(prose: Prose): Inline[] {
  return prose.map((run) => {
    if (typeof run === 'string') return text(run);
    const lang = run.lang === undefined ? {} : { lang: run.lang };
    if (run.mark === 'late') return text(run.text, { tone: 'late', strong: true, ...lang });
    return text(run.text, run.mark === undefined ? lang : { strong: true, ...lang });
  });
}

/** A narrative as paragraphs and lists, as it was told. */
export function narrativeFlows({ text: narrative, lang }: Said): Flow[] {
  const runs = (content: readonly NarrativeInline[]) =>
    content.map((inline) => inlineOf(inline, lang));
  return parseNarrative(narrative).map((block) =>
    block.kind === 'paragraph'
      ? { kind: 'paragraph', role: 'body', content: runs(block.content) }
      : { kind: 'list', items: block.items.map(runs) },
  );
}

function inlineOf(inline: NarrativeInline, lang: Said['lang']): Inline {
  if (inline.kind === 'link') return { kind: 'link', text: inline.text, href: inline.href };
  return text(inline.text, lang === undefined ? {} : { lang });
}

/** How a phrase about a deadline stands out. */
export function toned(tone: PhraseTone): TextLook {
  return tone === 'plain' ? {} : { tone };
}
