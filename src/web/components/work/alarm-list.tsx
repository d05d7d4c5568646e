import type { ContactAlarm } from '#modules/identity/index.ts';
import { say, type View } from '../../page/view.ts';
import type { OrganisationAlarms } from '../../work/people.ts';

interface AlarmListProps {
  readonly view: View;
  readonly alarms: readonly ContactAlarm[];
}

/** What makes one organisation hard to reach. */
export function AlarmList({ view, alarms }: AlarmListProps) {
  const { alarm, severity } = view.t.people;
  return (
    <ul className="alarms">
      {alarms.map((one) => (
        <li
          key={`${one.kind}-${one.contact?.personId}-${one.contact?.role}`}
          className={one.severity}
        >
          <span className="visually-hidden">{severity[one.severity]}. </span>
          {alarm(one)}
        </li>
      ))}
    </ul>
  );
}

interface OrganisationsToReachProps {
  readonly view: View;
  readonly organisations: readonly OrganisationAlarms[];
  /** How many at most; the others are counted, with a way to them. */
  readonly most?: number;
}

/** The organisations that are hard to reach, the gravest first; a sentence when there is none. */
export function OrganisationsToReach({ view, organisations, most }: OrganisationsToReachProps) {
  const { home: t } = view.t.people;
  const shown = organisations.slice(0, most);
  const left = organisations.length - shown.length;
  return (
    <section aria-labelledby="alarms" className="to-reach">
      <h2 id="alarms">{t.alarms}</h2>
      {organisations.length === 0 ? <p>{t.allReached}</p> : null}
      <ul className="cards">
        {shown.map(({ organisation, measures, alarms }) => {
          const name = say(view.locale, organisation.name);
          return (
            <li key={organisation.key}>
              <h3>
                <a href={view.to.work('organisation', { key: organisation.key })} lang={name.lang}>
                  {name.text}
                </a>
              </h3>
              <p className="source">{t.leading(measures)}</p>
              <AlarmList view={view} alarms={alarms} />
            </li>
          );
        })}
      </ul>
      {left > 0 ? (
        <p>
          <a href={`${view.to.work('people')}#alarms`}>{t.more(left)}</a>
        </p>
      ) : null}
    </section>
  );
}
