import type { Organisation } from '#modules/organisations/index.ts';
import type { View } from '../../page/view.ts';
import { said } from '../said.tsx';

/** What kind of organisation it is, what it is part of, and its own site. */
export function OrganisationFacts({
  view,
  organisation,
}: {
  readonly view: View;
  readonly organisation: Organisation;
}) {
  const { one, kinds } = view.t.organisations;
  const { kind, sector, parent, website } = organisation;
  return (
    <dl className="facts">
      <div>
        <dt>{one.facts.kind}</dt>
        <dd>{kinds[kind].one}</dd>
      </div>
      {sector === null ? null : (
        <div>
          <dt>{one.facts.sector}</dt>
          <dd lang={view.locale === 'fr' ? undefined : 'fr'}>{sector}</dd>
        </div>
      )}
      {parent === null ? null : (
        <div>
          <dt>{one.facts.parent}</dt>
          <dd>
            <a href={view.to.organisation(parent.key)}>{said(view, parent.name)}</a>
          </dd>
        </div>
      )}
      {website === null ? null : (
        <div>
          <dt>{one.facts.website}</dt>
          <dd>
            <a href={website}>{new URL(website).hostname}</a>
          </dd>
        </div>
      )}
    </dl>
  );
}
