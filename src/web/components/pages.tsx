import type { MeasureState } from '#modules/plan/index.ts';
import type { View } from '../page/view.ts';
import type { Slice } from '../views/paging.ts';

/** More measures than this make several pages. */
export const MEASURES_PER_PAGE = 120;

/** The way to the other pages of a list of measures; nothing when it fits on one. */
export function Pages({
  view,
  shown,
}: {
  readonly view: View;
  readonly shown: Slice<MeasureState>;
}) {
  const { sheet } = view.t.plan;
  if (shown.pages.length < 2) return null;
  return (
    <nav className="pages" aria-label={sheet.pages}>
      <ol className="inline">
        {shown.pages.map(({ page, first, last }) => (
          <li key={page}>
            <a
              href={view.to.sameWith({ page: String(page) })}
              aria-current={page === shown.page ? 'page' : undefined}
            >
              {sheet.range(first.number, last.number)}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
