import type { PlanHeading } from '#modules/plan/index.ts';
import type { Origin as OriginName } from '#presentation/glance.ts';
import { say, type View } from '../page/view.ts';

interface OriginProps {
  readonly view: View;
  readonly origin: OriginName | null;
  readonly summaryOf: PlanHeading['summaryOf'];
}

/** Whose words the page's figures are. What we summarised is never said to be stated by anybody. */
export function Origin({ view, origin, summaryOf }: OriginProps) {
  const { t, locale } = view;
  if (origin === null) return null;
  if (origin === 'declared' || summaryOf === null) {
    return origin === 'declared' ? <p className="source">{t.summary.origin.declared}</p> : null;
  }
  const title = say(locale, summaryOf.title).text;
  const publisher = say(locale, summaryOf.publisher).text;
  return (
    <p className="source">
      {origin === 'summary'
        ? t.summary.origin.summary(title, publisher)
        : t.summary.origin.both(title)}
    </p>
  );
}
