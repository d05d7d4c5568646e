import { say, type View } from '../page/view.ts';

/** Whose figures these are and of when, and the pages one looks for at the foot. */
export function Footer({ view, asOf }: { readonly view: View; readonly asOf: string | null }) {
  const { t, to, frame, locale } = view;
  const title = frame.plan?.title ? say(locale, frame.plan.title) : null;
  return (
    <footer>
      <div className="wrap">
        {title === null && asOf === null ? null : (
          <p>
            {title === null ? null : <span lang={title.lang}>{`${title.text}. `}</span>}
            {asOf === null ? null : t.common.footer.asOf(asOf)}
          </p>
        )}
        <ul className="inline">
          <li>
            <a href={to.page('data')}>{t.common.footer.openData}</a>
          </li>
          {frame.plan ? (
            <li>
              <a href={to.page('vocabulary')}>{t.common.footer.vocabulary}</a>
            </li>
          ) : null}
          <li>
            <a href={to.page('plans')}>{t.common.footer.plans}</a>
          </li>
          <li>
            <a href={to.page('observations')}>{t.observations.title}</a>
          </li>
          <li>
            <a href={to.page('accessibility')}>{t.common.footer.accessibility}</a>
          </li>
          <li>
            <a href={to.page('privacy')}>{t.common.footer.privacy}</a>
          </li>
        </ul>
      </div>
    </footer>
  );
}
