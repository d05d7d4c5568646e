import type { ThemeState } from '#modules/plan/index.ts';
import { displayPercent } from '#modules/plan/rules/roll-up.ts';
import { say, type View } from '../../page/view.ts';

interface ThemeHeadProps {
  readonly view: View;
  readonly theme: ThemeState;
  readonly showMean: boolean;
}

/** A theme's name, and its mean with what it was computed from. */
export function ThemeHead({ view, theme, showMean }: ThemeHeadProps) {
  const { t, to, locale } = view;
  const { text, lang } = say(locale, theme.name);
  return (
    <header className="theme-head">
      <h2 id={`theme-${theme.number}`}>
        <a href={to.theme(theme.number)} lang={lang}>
          {theme.crossCutting ? text : t.common.theme(theme.number, text)}
        </a>
      </h2>
      <p className="mean num">
        {showMean && theme.progress.value !== null ? (
          <>
            <strong>{t.plan.sheet.mean(displayPercent(theme.progress.value))}</strong>{' '}
            <span className="coverage">{t.plan.sheet.coverage(theme.progress.coverage)}</span>
          </>
        ) : (
          <span className="coverage">{t.plan.sheet.reported(theme.progress.coverage)}</span>
        )}
      </p>
    </header>
  );
}
