import type { Locale } from '#platform/i18n/locale.ts';

type InBoth = Readonly<Record<Locale, string>>;

/** What is kept of people, why, and for how long: what the privacy notice says, and what is applied. */
export interface RetentionRule {
  readonly kind: string;
  readonly what: InBoth;
  readonly why: InBoth;
  readonly howLong: InBoth;
}

/** In days. */
export const KEPT_DAYS = {
  invitation: 90,
  session: 1,
  signInTrace: 90,
  attempt: 30,
  mail: 365,
} as const;

/** In years, after somebody's access ended: their identity is then to be erased. */
export const KEPT_YEARS = 5;

export const RETENTION: readonly RetentionRule[] = [
  {
    kind: 'person',
    what: {
      fr: 'Nom, adresse de courriel professionnelle, langue',
      en: 'Name, work e-mail address, language',
    },
    why: {
      fr: 'Savoir qui répond d’une mesure, et lui écrire',
      en: 'To know who answers for a measure, and to write to them',
    },
    howLong: {
      fr: `Tant que la personne a accès, puis ${KEPT_YEARS} ans; l’identité est ensuite effacée, ou plus tôt si la personne le demande et que rien ne l’empêche`,
      en: `While the person has access, then ${KEPT_YEARS} years; the identity is then erased, or sooner if the person asks and nothing prevents it`,
    },
  },
  {
    kind: 'role',
    what: {
      fr: 'Rôles, organisations représentées, absences (des dates, sans motif)',
      en: 'Roles, organisations represented, absences (dates, no reason)',
    },
    why: {
      fr: 'Permettre à chacun ce que son rôle permet, et le prouver plus tard',
      en: 'To let everyone do what their role allows, and to prove it later',
    },
    howLong: {
      fr: 'Aussi longtemps que le plan; sans nom une fois l’identité effacée',
      en: 'As long as the plan; without a name once the identity is erased',
    },
  },
  {
    kind: 'sign-in',
    what: {
      fr: 'Empreinte du mot de passe, clés d’accès, second facteur, lien avec le compte de l’organisation',
      en: 'Password hash, passkeys, second factor, link to the organisation’s account',
    },
    why: { fr: 'Reconnaître la personne', en: 'To recognise the person' },
    howLong: {
      fr: 'Jusqu’à ce que la personne les retire ou que son identité soit effacée',
      en: 'Until the person removes them or their identity is erased',
    },
  },
  {
    kind: 'session',
    what: {
      fr: 'Connexions ouvertes\u00A0: heure, adresse réseau, navigateur',
      en: 'Open sessions: time, network address, browser',
    },
    why: {
      fr: 'Garder la connexion, et laisser la personne voir et fermer les siennes',
      en: 'To keep the session, and to let people see and end their own',
    },
    howLong: {
      fr: `Jusqu’au lendemain de leur fin; l’adresse et le navigateur, ${KEPT_DAYS.signInTrace} jours au plus`,
      en: `Until the day after they end; the address and browser, ${KEPT_DAYS.signInTrace} days at most`,
    },
  },
  {
    kind: 'attempt',
    what: {
      fr: 'Essais de connexion manqués, sous une empreinte qui ne nomme personne',
      en: 'Failed sign-in attempts, under a digest that names nobody',
    },
    why: {
      fr: 'Ralentir qui essaie de deviner',
      en: 'To slow down whoever tries to guess',
    },
    howLong: { fr: `${KEPT_DAYS.attempt} jours`, en: `${KEPT_DAYS.attempt} days` },
  },
  {
    kind: 'invitation',
    what: {
      fr: 'Invitations et liens de connexion, sans leur contenu secret',
      en: 'Invitations and sign-in links, without their secret part',
    },
    why: {
      fr: 'Ne laisser entrer qu’une fois, et savoir qui n’est pas encore venu',
      en: 'To let in once only, and to know who has not come yet',
    },
    howLong: {
      fr: `Une invitation, ${KEPT_DAYS.invitation} jours après sa fin; un lien de connexion, jusqu’à sa fin`,
      en: `An invitation, ${KEPT_DAYS.invitation} days after it ends; a sign-in link, until it ends`,
    },
  },
  {
    kind: 'mail',
    what: {
      fr: 'Courriels envoyés\u00A0: adresse, objet, date, arrivée ou retour; leur texte disparaît dès l’envoi',
      en: 'Mail sent: address, subject, date, whether it arrived; the text is gone once sent',
    },
    why: {
      fr: 'Savoir si une personne peut être jointe',
      en: 'To know whether a person can be reached',
    },
    howLong: { fr: `${KEPT_DAYS.mail} jours`, en: `${KEPT_DAYS.mail} days` },
  },
  {
    kind: 'record',
    what: {
      fr: 'Registre de ce qui a été fait\u00A0: qui, pour quelle organisation, quand, quoi',
      en: 'The record of what was done: who, for which organisation, when, what',
    },
    why: {
      fr: 'Rendre compte, et que rien ne change sans que cela se voie',
      en: 'To give account, and so that nothing changes unseen',
    },
    howLong: {
      fr: 'Toujours; il désigne les personnes par un numéro, qui ne mène plus à personne une fois l’identité effacée',
      en: 'For ever; it refers to people by a number, which leads to nobody once the identity is erased',
    },
  },
];
