import { accountLetter, openSignIn, type SignInOptions } from '#modules/identity/index.ts';
import { openRecord } from '#modules/record/index.ts';
import { composeMail } from '#platform/mail/compose.ts';
import { queueMail } from '#platform/mail/queue-mail.ts';
import type { Work } from '#web/work/work.ts';
import { openCoordination } from './open-coordination.ts';
import { openMailDesk } from './open-mail-desk.ts';
import { openObservations } from './open-observations.ts';
import { openPeople } from './open-people.ts';
import { openUpdates } from './open-updates.ts';
import type { Services } from './services.ts';

export interface OpenWork {
  readonly work: Work;
  readonly close: () => Promise<void>;
}

/** What people who sign in do, over the site's services. */
export function openWork(url: string, services: Services, options: SignInOptions): OpenWork {
  const { baseUrl } = options;
  const signIn = openSignIn({
    url,
    app: services.db,
    options,
    mail: async (tx, mail) => {
      const { id, email } = mail.person;
      const letter = composeMail(accountLetter(mail, baseUrl));
      await queueMail(tx, { ...letter, kind: mail.kind, personId: id, to: email });
    },
  });
  return {
    work: {
      signIn,
      coordination: (actor) => openCoordination(services, actor),
      people: (actor) => openPeople({ services, baseUrl }, actor),
      updates: openUpdates(services),
      observations: openObservations(services),
      mail: openMailDesk(services.db),
      record: openRecord(services.db),
    },
    close: () => signIn.close(),
  };
}
