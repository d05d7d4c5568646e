import type { Grant } from '#modules/identity/index.ts';
import { say, type View } from '../../page/view.ts';

interface GrantTextProps {
  readonly view: View;
  readonly grant: Grant;
  /** Where every role is of one organisation, it goes without saying. */
  readonly withoutOrganisation?: boolean;
  readonly withoutDates?: boolean;
}

/** "Répondant, Ministère de l’Immigration, secteur collégial · depuis le 1er mars 2026". */
export function GrantText({ view, grant, withoutOrganisation, withoutDates }: GrantTextProps) {
  const { t, locale } = view;
  const { role, organisation, branch, measures, from, until, when, standsIn } = grant;
  const name = organisation && !withoutOrganisation ? say(locale, organisation.name) : null;
  const limits = [
    ...(branch === null ? [] : [t.people.branch(branch)]),
    ...(measures.length === 0 ? [] : [t.people.ofMeasures(measures)]),
    ...(when === 'future' ? [t.people.upcoming] : []),
  ];
  return (
    <>
      <strong>{t.people.roles[role]}</strong>
      {name === null ? null : (
        <>
          {', '}
          <span lang={name.lang}>{organisation?.acronym ?? name.text}</span>
        </>
      )}
      {limits.length === 0 ? null : `, ${limits.join(', ')}`}
      {withoutDates ? null : <span className="source">{` · ${t.people.period(from, until)}`}</span>}
      {standsIn && when === 'now' ? <em className="stands-in"> {t.people.standsIn}</em> : null}
    </>
  );
}
