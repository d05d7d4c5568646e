import { randomUUID } from 'node:crypto';
import { COORDINATION, fillAddress, SIGN_IN, WORK } from '#web/page/addresses.ts';
import type { About } from '../../src/server/permissions/access.ts';
import type { PrivateAddress } from '../../src/server/permissions/routes.ts';
import {
  addDraft,
  addInvitation,
  addMessage,
  addObservation,
  addTarget,
  addUpdate,
  type Led,
  UPDATE_STATES,
} from './stored.ts';

export const PLAN = 'pole-2019-2024';
const ON = '2026-01-01';

/** What the site of the test holds. */
export interface World {
  readonly url: string;
  readonly own: Led;
  readonly other: Led;
  /** Nobody validates for it, and nobody but an alternate answers. */
  readonly deserted: Led;
  /** The plan's table, as CSV. */
  readonly table: Uint8Array;
}

type Fields = Readonly<Record<string, string>>;

/** An address filled in, what it is about, and a form that is whole for each thing it does. */
export interface Scene {
  readonly path: string;
  readonly about: About;
  readonly forms: Readonly<Record<string, Fields>>;
  /** The field by which the form says what it asks for. */
  readonly intentField: string;
}

/** Makes a scene anew: what was allowed has used the last one up. */
export type SceneMaker = () => Promise<Scene>;

const NOBODY: About = {
  organisationId: 0,
  personId: randomUUID(),
  onPlatform: false,
  role: 'respondent',
  update: { measureId: 0, branches: [], state: 'draft', hasValidator: false },
  observation: 'draft',
};

const scene = (
  path: string,
  about: Partial<About> = {},
  forms: Scene['forms'] = {},
  intentField = 'intent',
): Scene => ({ path, about: { ...NOBODY, ...about }, forms, intentField });

const plain = (path: string, forms: Scene['forms'] = {}): SceneMaker[] => [
  async () => scene(path, {}, forms),
];

/** The scenes in which each private address is tried. */
export const SCENES: Readonly<Record<PrivateAddress, (world: World) => readonly SceneMaker[]>> = {
  [SIGN_IN.home]: () => plain(SIGN_IN.home, { '': {}, provider: {} }),
  [SIGN_IN.link]: () => plain(fillAddress(SIGN_IN.link, { token: 'inconnu' }), { '': {} }),
  [SIGN_IN.askLink]: () => plain(SIGN_IN.askLink, { '': { email: 'personne@exemple.ca' } }),
  [SIGN_IN.challenge]: () => plain(SIGN_IN.challenge, { '': { code: '000000' } }),
  [SIGN_IN.secondFactor]: () => plain(SIGN_IN.secondFactor, { '': { code: '000000' } }),
  [SIGN_IN.setUp]: () => plain(SIGN_IN.setUp, { '': {}, confirm: { code: '000000' } }),
  // Without a form of one's own it ends nothing; with one, the session: see the tests of signing out.
  [SIGN_IN.signOut]: () => plain(SIGN_IN.signOut),
  [SIGN_IN.invitation]: ({ url }) => [
    async () => {
      const token = await addInvitation(url);
      return scene(fillAddress(SIGN_IN.invitation, { token }), undefined, { '': {} });
    },
  ],

  [WORK.home]: () => plain(WORK.home),
  [WORK.account]: () =>
    plain(WORK.account, {
      edit: { name: 'Une personne', language: 'fr' },
      password: { current: 'a', chosen: 'b' },
      'remove-codes': { password: 'a' },
      'remove-passkey': { passkey: randomUUID() },
      'end-session': { session: randomUUID() },
      'end-others': {},
    }),
  [WORK.organisation]: ({ url, own, other, deserted }) =>
    [own, other, deserted].map((organisation) => async () => {
      // Where there is nobody to validate, there is still nobody.
      const role = organisation === deserted ? 'alternate' : 'validator';
      const { personId, absenceId } = await addTarget(url, role, organisation);
      return scene(
        fillAddress(WORK.organisation, { key: organisation.key }),
        { organisationId: organisation.id, personId },
        {
          'declare-absence': { person: personId, from: '2030-01-01', lastDay: '2030-01-31' },
          'end-absence': { absence: String(absenceId), on: '2031-01-15' },
        },
      );
    }),
  [WORK.draft]: ({ url, own, other, deserted }) =>
    [own, other, deserted].flatMap((organisation) =>
      UPDATE_STATES.map((state) => async () => {
        const { id: organisationId, key, lineId, measureId } = organisation;
        const asOf = await addUpdate(url, organisation, state);
        const hasValidator = organisation !== deserted;
        const said = { figure: 'stated', percent: '60', narrative: 'Texte.', seen: '1' };
        const seen = { seen: '1' };
        return scene(
          fillAddress(WORK.draft, { key, line: String(lineId) }, { as_of: asOf }),
          { organisationId, update: { measureId, branches: [], state, hasValidator } },
          {
            save: said,
            submit: said,
            'submit-as-is': seen,
            validate: seen,
            return: { ...seen, reason: 'À préciser.' },
            approve: seen,
          },
        );
      }),
    ),
  [WORK.updates]: () => plain(WORK.updates),
  [WORK.people]: () => plain(WORK.people),
  [WORK.invite]: ({ own }) =>
    GIVEN.map(([role, organisation]) => async () => {
      const email = `${randomUUID()}@exemple.ca`;
      const invited = { name: 'Une invitée', email, language: 'fr' };
      const form = { ...invited, ...roleForm(role, organisation(own)) };
      return scene(WORK.invite, { role }, { '': form });
    }),
  [WORK.person]: ({ url, own }) =>
    GIVEN.map(([role, organisation]) => async () => {
      const target = await addTarget(url, role, organisation(own));
      const { personId, grantId } = target;
      const given = role === 'respondent' ? 'validator' : role;
      return scene(
        fillAddress(WORK.person, { id: personId }),
        { personId, role, onPlatform: organisation(own) === null },
        {
          'invite-again': {},
          'revoke-invitation': {},
          'grant-role': roleForm(given, organisation(own), '2040-01-01'),
          'end-role': { grant: String(grantId), on: '2035-01-01' },
          'end-access': { on: '2035-01-01' },
          'end-sessions': {},
          restore: {},
          edit: { name: 'Un autre nom', email: `${randomUUID()}@exemple.ca`, language: 'en' },
          erase: { confirm: 'on' },
        },
      );
    }),
  [WORK.record]: recordScenes(WORK.record),
  [WORK.recordFile]: recordScenes(fillAddress(WORK.recordFile, { format: 'csv' })),
  [WORK.mail]: ({ url }) => [
    async () => {
      const message = { message: await addMessage(url) };
      const forms = { sent: message, 'send-again': message, retry: message };
      return scene(WORK.mail, {}, forms, 'decision');
    },
  ],
  [WORK.observations]: () => plain(WORK.observations),
  [WORK.observation]: ({ url }) =>
    (['draft', 'published', 'withdrawn'] as const).map((state) => async () => {
      const id = String(await addObservation(url, state));
      return scene(
        fillAddress(WORK.observation, { id }),
        { observation: state },
        {
          save: { kind: 'report', title: 'Autre titre', body: 'Autre texte.', seen: '1' },
          publish: { confirm: 'on', seen: '1' },
          withdraw: { reason: 'Une erreur.' },
        },
      );
    }),

  [COORDINATION.home]: () => plain(COORDINATION.home),
  [COORDINATION.import]: () => plain(COORDINATION.import, { '': { plan: PLAN } }),
  [COORDINATION.preview]: ({ url, table }) => [
    async () => {
      const draft = await addDraft(url, table);
      const path = fillAddress(COORDINATION.preview, { draft });
      return scene(path, {}, { '': {}, confirm: { fingerprint: 'autre' }, discard: {} });
    },
  ],
  [COORDINATION.done]: () => plain(fillAddress(COORDINATION.done, { plan: PLAN })),
  [COORDINATION.texts]: () => plain(fillAddress(COORDINATION.texts, { plan: PLAN }), { '': {} }),
  [COORDINATION.reportTexts]: () => {
    const text = { key: 'powers', asOf: '2022-03-31', 'texte-powers-fr': 'Texte.' };
    const forms = { save: text, withdraw: text };
    return plain(fillAddress(COORDINATION.reportTexts, { plan: PLAN }), forms);
  },
};

/** A role in an organisation, and one over the platform. */
const GIVEN = [
  ['respondent', (own: Led): Led | null => own],
  ['direction', (): Led | null => null],
] as const;

function roleForm(role: string, organisation: Led | null, from = ON): Fields {
  return {
    role,
    organisation: organisation?.key ?? '',
    branch: '',
    measures: '',
    from,
    lastDay: '',
  };
}

/** With another organisation's name in the query, with one's own, and with none. */
function recordScenes(path: string) {
  return ({ own, other }: World): SceneMaker[] => [
    async () => scene(path),
    ...[own, other].map(({ id, key }) => async () => {
      return scene(fillAddress(path, {}, { organisation: key }), { organisationId: id });
    }),
  ];
}
