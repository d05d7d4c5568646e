import type { Organisation } from '#modules/organisations/index.ts';
import { addDays } from '#modules/plan/rules/iso-date.ts';
import type { View } from '../../page/view.ts';

/** Every name the organisation has had, oldest first. */
export function NamesTable({
  view,
  names,
}: {
  readonly view: View;
  readonly names: Organisation['names'];
}) {
  const { one: t } = view.t.organisations;
  const lang = view.locale === 'fr' ? undefined : 'fr';
  return (
    <section aria-labelledby="names">
      <h2 id="names">{t.names}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{t.name}</th>
            <th scope="col">{t.acronym}</th>
            <th scope="col">{t.period}</th>
          </tr>
        </thead>
        <tbody>
          {names.map(({ name, acronym, from, until }) => (
            <tr key={`${name} ${from}`}>
              <td lang={lang}>{name}</td>
              <td>{acronym ?? t.noAcronym}</td>
              <td>{t.between(from, until === null ? null : addDays(until, -1))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
