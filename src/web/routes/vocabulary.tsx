import type { LoaderFunctionArgs } from 'react-router';
import type { VocabularyTerm } from '#modules/plan/index.ts';
import { AsOfControl } from '../components/as-of-control.tsx';
import { Page } from '../components/page.tsx';
import { said } from '../components/said.tsx';
import { openPlanPage } from '../page/open-page.ts';
import type { PageProps } from '../page/props.ts';
import { openView, type View } from '../page/view.ts';
import { anchorsOf } from '../views/anchors.ts';

/** The acronyms and the terms of a plan, explained. */
export async function loader(args: LoaderFunctionArgs) {
  const { site, frame, state } = await openPlanPage(args);
  const vocabulary = (await site.plans.vocabulary(state.plan.key)) ?? { acronyms: [], terms: [] };
  return { frame, vocabulary, asOf: state.asOf, statementDates: state.statementDates };
}

export default function VocabularyPage({ loaderData }: PageProps<typeof loader>) {
  const { frame, vocabulary, asOf, statementDates } = loaderData;
  const { acronyms, terms } = vocabulary;
  const view = openView(frame);
  const { vocabulary: t } = view.t;
  const anchors = anchorsOf([...acronyms, ...terms].map((entry) => entry.label.fr));
  return (
    <Page view={view} title={t.title} asOf={asOf}>
      <div className="head">
        <h1>{t.title}</h1>
        <p className="lede">
          {acronyms.length + terms.length === 0 ? t.empty : t.lede(acronyms.length, terms.length)}
        </p>
        <AsOfControl view={view} asOf={asOf} dates={statementDates} />
      </div>
      <Terms view={view} id="acronyms" heading={t.acronyms} terms={acronyms} anchors={anchors} />
      <Terms
        view={view}
        id="terms"
        heading={t.terms}
        terms={terms}
        anchors={anchors.slice(acronyms.length)}
      />
    </Page>
  );
}

interface TermsProps {
  readonly view: View;
  readonly id: string;
  readonly heading: string;
  readonly terms: readonly VocabularyTerm[];
  readonly anchors: readonly string[];
}

function Terms({ view, id, heading, terms, anchors }: TermsProps) {
  if (terms.length === 0) return null;
  return (
    <section className="vocabulary" aria-labelledby={`heading-${id}`}>
      <h2 id={`heading-${id}`}>{heading}</h2>
      <dl>
        {terms.map((term, index) => (
          <div key={anchors[index]} id={anchors[index]}>
            <dt>{said(view, term.label)}</dt>
            <dd>
              {term.organisation ? (
                <a href={view.to.organisation(term.organisation.key)}>
                  {said(view, term.definition)}
                </a>
              ) : (
                said(view, term.definition)
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
