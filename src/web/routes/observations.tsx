import type { LoaderFunctionArgs } from 'react-router';
import type { PublishedObservation } from '#modules/observations/index.ts';
import { Narrative } from '../components/narrative.tsx';
import { Subject } from '../components/observation-subject.tsx';
import { Page } from '../components/page.tsx';
import { said } from '../components/said.tsx';
import { openPage } from '../page/open-page.ts';
import type { PageProps } from '../page/props.ts';
import { openView, say, type View } from '../page/view.ts';

/** What the observer published, and the mark of what was withdrawn since. */
export async function loader(args: LoaderFunctionArgs) {
  const { site, frame } = await openPage(args);
  return { frame, texts: await site.observations.published() };
}

export default function ObservationsPage({ loaderData }: PageProps<typeof loader>) {
  const { frame, texts } = loaderData;
  const view = openView(frame);
  const { observations: t } = view.t;
  return (
    <Page view={view} title={t.title}>
      <div className="head">
        <h1>{t.title}</h1>
        <p className="lede">{t.lede}</p>
        {texts.length === 0 ? <p>{t.none}</p> : null}
      </div>
      {texts.map((text) => (
        <Text key={text.id} view={view} text={text} />
      ))}
    </Page>
  );
}

function Text({ view, text }: { readonly view: View; readonly text: PublishedObservation }) {
  const { observations: t } = view.t;
  const { id, kind, about, title, body, addressedTo, publishedAt, revisedAt, withdrawn } = text;
  const anchor = `observation-${id}`;
  return (
    <article className="observation" id={anchor} aria-labelledby={`${anchor}-title`}>
      <p className="eyebrow">{t.kind(kind)}</p>
      <h2 id={`${anchor}-title`}>{said(view, title)}</h2>
      <Subject view={view} about={about} />
      {addressedTo === null ? null : <p className="source">{t.addressedTo(addressedTo)}</p>}
      <p className="source">
        {t.published(publishedAt)}
        {revisedAt === null ? null : t.revised(revisedAt)}
      </p>
      {withdrawn === null ? null : (
        <>
          <p>
            <strong>{t.withdrawn(withdrawn.at)}</strong>
          </p>
          <blockquote className="reason">
            {said(view, { fr: withdrawn.reason, en: null })}
          </blockquote>
        </>
      )}
      {body === null ? null : <Narrative {...say(view.locale, body)} />}
    </article>
  );
}
