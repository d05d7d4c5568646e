import type { WorkFrame, WorkPlace } from '../../page/frame.ts';
import type { View } from '../../page/view.ts';
import { WorkForm } from './work-form.tsx';

interface WorkHeaderProps {
  readonly view: View;
  readonly work: WorkFrame;
}

/** The navigation of those who signed in: where they may go, who they are, and the way out. */
export function WorkHeader({ view, work }: WorkHeaderProps) {
  const { t, to, frame } = view;
  return (
    <header className="top work">
      <div className="wrap">
        <a className="brand" href={to.page('home')}>
          {t.common.brand}
        </a>
        <nav aria-label={t.common.mainNavigation}>
          {work.places.map((place) => (
            <a
              key={place}
              href={addressOf(view, place)}
              aria-current={frame.place === place ? 'true' : undefined}
            >
              {t.work.places[place]}
            </a>
          ))}
        </nav>
        <span className="who">{work.name}</span>
        <WorkForm view={view} action={to.signIn('signOut')} className="sign-out">
          <button className="btn quiet" type="submit">
            {t.work.signOut}
          </button>
        </WorkForm>
      </div>
    </header>
  );
}

function addressOf({ to }: View, place: WorkPlace): string {
  return place === 'coordination' ? to.coordination('home') : to.work(place);
}
