import type { LoaderFunctionArgs } from 'react-router';
import { isIsoDate } from '#modules/plan/rules/iso-date.ts';
import { Page } from '../../components/page.tsx';
import { Trail } from '../../components/trail.tsx';
import { coordination } from '../../messages/coordination.ts';
import { fillAddress, PAGES } from '../../page/addresses.ts';
import { openCoordinationPage } from '../../page/coordination.ts';
import type { PageProps } from '../../page/props.ts';
import { openView } from '../../page/view.ts';

const t = coordination.done;

/** What an import did, said once it is done; a reload repeats the sentence, never the import. */
export async function loader(args: LoaderFunctionArgs) {
  const { frame } = await openCoordinationPage(args);
  const asOf = args.url.searchParams.get('as_of');
  const count = (name: string) => Number.parseInt(args.url.searchParams.get(name) ?? '', 10) || 0;
  return {
    frame,
    plan: args.params['plan'] ?? '',
    asOf: asOf !== null && isIsoDate(asOf) ? asOf : null,
    counts: {
      added: count('added'),
      changed: count('changed'),
      unchanged: count('unchanged'),
      withdrawn: count('withdrawn'),
    },
  };
}

export default function DonePage({ loaderData }: PageProps<typeof loader>) {
  const { frame, plan, asOf, counts } = loaderData;
  const view = openView(frame);
  return (
    <Page view={view} title={t.title} unlisted>
      <Trail view={view}>
        <li>
          <a href={view.to.coordination('home')}>{coordination.title}</a>
        </li>
      </Trail>
      <div className="head">
        <h1>{t.title}</h1>
        <p className="lede" role="status">
          {asOf === null ? t.undated(counts) : t.lede(counts, asOf)}
        </p>
        <ul>
          <li>
            <a href={fillAddress(PAGES.plan.fr, { plan }, { as_of: asOf })}>{t.see}</a>
          </li>
          <li>
            <a href={fillAddress(PAGES.deadlines.fr, { plan }, { as_of: asOf })}>{t.deadlines}</a>
          </li>
          <li>
            <a href={view.to.coordination('import')}>{t.again}</a>
          </li>
        </ul>
      </div>
    </Page>
  );
}
