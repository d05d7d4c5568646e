import {
  contactAlarms,
  declareAbsence,
  editOwnAccount,
  editPerson,
  endAbsence,
  endAccess,
  endPersonSessions,
  endRole,
  erasePerson,
  grantRole,
  inviteAgain,
  invitePerson,
  listPeople,
  peoplePolicy,
  ROLES,
  readContacts,
  readOrganisationPeople,
  readOwnWork,
  readPerson,
  restoreAccess,
  revokeInvitation,
} from '#modules/identity/index.ts';
import type { Actor } from '#platform/actor/actor.ts';
import { type ActorTransaction, transact } from '#platform/database/database.ts';
import type { OrganisationAlarms, People, PersonPage } from '#web/work/people.ts';
import { countMeasures, type Leading, readLeading } from './led-measures.ts';
import { dayAfter, readRoleForm } from './read-role-form.ts';
import type { Services } from './services.ts';

export interface PeopleDesk {
  readonly services: Pick<Services, 'db' | 'plans' | 'organisations' | 'today'>;
  /** Where people reach the site. */
  readonly baseUrl: string;
}

/** What `actor` sees and does of people, one transaction each, for the site's pages. */
export function openPeople({ services, baseUrl }: PeopleDesk, actor: Actor): People {
  const { db, today } = services;
  const act = <T>(work: (tx: ActorTransaction) => Promise<T>) => transact(db, actor, work);
  const moment = () => ({ today: today(), now: new Date().toISOString() });

  const alarmsIn = async (tx: ActorTransaction, leading: readonly Leading[]) => {
    const keys = leading.map(({ organisation }) => organisation.key);
    const contacts = await readContacts(tx, keys, moment());
    return leading.map(({ organisation, plans }): OrganisationAlarms => {
      const measures = countMeasures(plans);
      const alarms = contactAlarms(measures, contacts.get(organisation.key) ?? [], today());
      return { organisation, measures, alarms };
    });
  };
  const alarmsOf = (leading: readonly Leading[]) => act((tx) => alarmsIn(tx, leading));
  const raised = (all: readonly OrganisationAlarms[]) =>
    all.filter(({ alarms }) => alarms.length > 0).toSorted(gravestFirst);
  const allAlarms = async () => raised(await alarmsOf([...(await readLeading(services)).values()]));
  const givenRoles = () => ROLES.filter((role) => peoplePolicy.may(actor, 'grant-role', role));

  return {
    givenRoles,

    home: async () => {
      const leading = await readLeading(services);
      return act(async (tx) => {
        const own = await readOwnWork(tx, actor, moment());
        const mine = own.organisations.map((organisation) => ({
          organisation,
          plans: leading.get(organisation.key)?.plans ?? [],
        }));
        const others = peoplePolicy.may(actor, 'read-people') ? [...leading.values()] : [];
        const all = await alarmsIn(tx, [...mine, ...others]);
        return {
          ...own,
          organisations: all.slice(0, mine.length),
          alarms: peoplePolicy.may(actor, 'read-people') ? raised(all.slice(mine.length)) : null,
        };
      });
    },

    list: (filter) => act((tx) => listPeople(tx, actor, filter, moment())),

    alarms: async () => {
      peoplePolicy.demand(actor, 'read-people');
      return allAlarms();
    },

    person: (id) =>
      act(async (tx) => {
        const person = await readPerson(tx, actor, id, moment());
        return { person, refusals: refusalsOf(actor, person), givenRoles: givenRoles() };
      }),

    organisation: async (key) => {
      const organisation = await services.organisations.find(key, today());
      if (!organisation) return null;
      const people = await act((tx) => readOrganisationPeople(tx, actor, key, moment()));
      if (!people) return null;
      const { organisationId, members } = people;
      const plans = (await readLeading(services)).get(key)?.plans ?? [];
      const [alarms] = await alarmsOf([{ organisation, plans }]);
      return {
        organisation,
        members,
        leads: plans,
        alarms: alarms?.alarms ?? [],
        mayDeclareAbsence: peoplePolicy.may(actor, 'declare-absence', {
          personId: '',
          organisationId,
        }),
        mayInvite: givenRoles().length > 0,
        mayReadPeople: peoplePolicy.may(actor, 'read-people'),
      };
    },

    invite: async (form) => {
      const grant = await readRoleForm(services, form);
      const { name, email } = form;
      const language = form.language === 'en' ? 'en' : 'fr';
      const input = { name, email, language, grants: [grant] } as const;
      const { personId, invitation } = await act((tx) =>
        invitePerson(tx, actor, { ...input, grants: [...input.grants] }, baseUrl),
      );
      return { personId, mailed: invitation !== null };
    },
    inviteAgain: async (personId) => {
      await act((tx) => inviteAgain(tx, actor, personId, baseUrl));
    },
    revokeInvitation: (personId) => act((tx) => revokeInvitation(tx, actor, personId)),

    grantRole: async (personId, form) => {
      const grant = await readRoleForm(services, form);
      await act((tx) => grantRole(tx, actor, personId, grant));
    },
    endRole: async (input) => {
      await act((tx) => endRole(tx, actor, input));
    },

    endAccess: (input) => act((tx) => endAccess(tx, actor, input)),
    endSessions: (personId) => act((tx) => endPersonSessions(tx, actor, personId)),
    restoreAccess: (personId) => act((tx) => restoreAccess(tx, actor, personId)),
    editPerson: (personId, input) => act((tx) => editPerson(tx, actor, personId, input)),
    editOwnAccount: (personId, input) => act((tx) => editOwnAccount(tx, actor, personId, input)),
    erasePerson: (personId) => act((tx) => erasePerson(tx, actor, personId)),

    declareAbsence: ({ until, ...input }) =>
      act((tx) => declareAbsence(tx, actor, { ...input, until: dayAfter(until ?? '') })),
    endAbsence: (input) => act((tx) => endAbsence(tx, actor, input)),
  };
}

function refusalsOf(actor: Actor, person: PersonPage['person']): PersonPage['refusals'] {
  const { onPlatform } = person;
  const managed = { onPlatform, lastAdministrator: false };
  return {
    invite: peoplePolicy.refusal(actor, 'invite', { roles: [], onPlatform }),
    endAccess: peoplePolicy.refusal(actor, 'end-access', managed),
    edit: peoplePolicy.refusal(actor, 'edit-person'),
    erase: peoplePolicy.refusal(actor, 'erase-person'),
    endRole: Object.fromEntries(
      person.grants.map(({ id, role }) => [
        id,
        peoplePolicy.refusal(actor, 'end-role', { role, lastAdministrator: false }),
      ]),
    ),
  };
}

function gravestFirst(a: OrganisationAlarms, b: OrganisationAlarms): number {
  const urgent = ({ alarms }: OrganisationAlarms) =>
    alarms.filter(({ severity }) => severity === 'urgent').length;
  return (
    urgent(b) - urgent(a) ||
    b.measures - a.measures ||
    a.organisation.name.fr.localeCompare(b.organisation.name.fr, 'fr')
  );
}
