import type { Document } from '#documents/document.ts';
import { text } from '#documents/inlines.ts';
import { reportTitle } from '#modules/report-texts/index.ts';
import { glanceAt } from '#presentation/glance.ts';
import { say } from '#presentation/say.ts';
import type { PartContext } from './part-context.ts';

/** What stands on the cover and around every page. */
export function frontMatter(context: PartContext): Omit<Document, 'draft' | 'sections'> {
  const { template, state, t, locale } = context;
  const words = (value: { readonly fr: string; readonly en: string | null }) =>
    say(locale, value).text;
  const title = reportTitle(words(template.title), template.yearEndsOn, state.asOf);
  const body = template.body === null ? null : words(template.body);
  return {
    language: locale,
    title,
    subtitle: words(state.plan.title),
    publisher: words(template.publisher),
    body,
    dateline: t.dateline(state.asOf),
    colophon: colophonOf(context),
    marks: {
      accent: template.accent,
      logo:
        template.logo === null
          ? null
          : {
              svg: template.logo.svg,
              ratio: template.logo.ratio,
              alt: words(template.logo.alt),
            },
    },
    runningHead: body === null ? title : `${body} · ${title}`,
    words: t.words,
  };
}

/** Whose words the report holds, and where else it can be read. */
function colophonOf({ state, address, t, locale }: PartContext): Document['colophon'] {
  const { origin } = glanceAt(state);
  const { summaryOf } = state.plan;
  const lines: Document['colophon'] = [];
  if (summaryOf !== null && (origin === 'summary' || origin === 'both')) {
    const title = say(locale, summaryOf.title).text;
    const publisher = say(locale, summaryOf.publisher).text;
    lines.push([
      text(origin === 'summary' ? t.colophon.summary(title, publisher) : t.colophon.both(title)),
    ]);
  }
  if (address !== null) {
    lines.push([text(t.colophon.online), { kind: 'link', text: address, href: address }]);
  }
  return lines;
}
