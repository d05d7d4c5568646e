import type { ContactAlarm, PersonState } from '#modules/identity/index.ts';
import { lastDay } from '#modules/identity/rules/period.ts';
import type { Role } from '#platform/actor/actor.ts';
import { formatDate, formatInstant } from '#platform/i18n/dates.ts';
import { formatCount, formatNumber } from '#platform/i18n/numbers.ts';
import { capitalised, plural } from '#platform/i18n/words.ts';

const date = (isoDate: string) => formatDate('fr', isoDate);

const roles: Readonly<Record<Role, string>> = {
  respondent: 'Répondant',
  alternate: 'Suppléant',
  validator: 'Valideur',
  coordination: 'Coordination',
  direction: 'Direction',
  observation: 'Observation',
  administration: 'Administration',
};

const states: Readonly<Record<PersonState, string>> = {
  active: 'Se connecte',
  invited: 'Invitation envoyée',
  'invitation-expired': 'Invitation expirée',
  'not-invited': 'Sans invitation en cours',
  leaving: 'Départ prévu',
  left: 'Accès terminé',
  erased: 'Identité effacée',
};

function period(from: string | null, until: string | null): string {
  if (from === null) return 'annulé avant de commencer';
  const last = lastDay(until);
  return last === null ? `depuis le ${date(from)}` : `du ${date(from)} au ${date(last)}`;
}

function alarm({ kind, contact }: ContactAlarm): string {
  const name = contact?.name ?? '';
  switch (kind) {
    case 'nobody':
      return 'Personne n’y a de rôle\u00A0: ni répondant, ni valideur, ni suppléant.';
    case 'no-respondent':
      return 'Aucun répondant\u00A0: personne ne prépare ses mises à jour.';
    case 'no-validator':
      return 'Aucun valideur\u00A0: personne ne peut approuver pour elle.';
    case 'no-alternate':
      return 'Aucun suppléant\u00A0: personne ne prend le relais en cas d’absence.';
    case 'respondent-never-came':
      if (contact?.reached === 'invited') {
        return `${name}, répondant, ne s’est pas encore connecté (invitation en cours).`;
      }
      return contact?.reached === 'invitation-expired'
        ? `${name}, répondant, ne s’est jamais connecté, et son invitation a expiré.`
        : `${name}, répondant, ne s’est jamais connecté.`;
    case 'mail-bounced':
      return `Le dernier courriel envoyé à ${name} est revenu.`;
    case 'role-ends': {
      const last = lastDay(contact?.valid.until ?? null);
      const role = roles[contact?.role ?? 'respondent'].toLowerCase();
      return `${name} n’est plus ${role} après le ${last === null ? '' : date(last)}, et personne ne suit.`;
    }
  }
}

const inCharge = (n: number) =>
  `en charge ${plural('fr', n, 'd’', 'de ')}${formatCount('fr', n)} ${plural('fr', n, 'mesure', 'mesures')}`;

export const people = {
  roles,
  roleMeanings: {
    respondent: 'prépare les mises à jour et les données de son organisation',
    alternate: 'remplace le répondant quand il est absent',
    validator: 'approuve pour son organisation',
    coordination: 'tient le plan et joint les organisations',
    direction: 'lit ce que la coordination a approuvé et adopte les décisions',
    observation: 'lit, commente et recommande',
    administration: 'gère les personnes et les réglages, sans toucher au contenu',
  } as Readonly<Record<Role, string>>,
  states,
  period,
  alarm,
  severity: { urgent: 'Urgent', warning: 'À prévoir' },
  branch: (branch: string) => `secteur ${branch}`,
  ofMeasures: (numbers: readonly string[]) =>
    `${plural('fr', numbers.length, 'mesure', 'mesures')} ${numbers.join(', ')}`,
  standsIn: 'prend le relais aujourd’hui',
  upcoming: 'à venir',
  away: (from: string | null, until: string | null) => `Absence ${period(from, until)}`,

  home: {
    title: 'Mon espace',
    hello: (name: string) => `Bonjour ${name}.`,
    noRole:
      'Vous n’avez pas de rôle aujourd’hui. Si ce n’est pas normal, écrivez à la personne qui vous a invité.',
    organisations: 'Mes organisations',
    leads: (n: number) =>
      n === 0 ? 'N’est en charge d’aucune mesure.' : `${capitalised('fr', inCharge(n))}.`,
    roles: 'Mes rôles',
    absences: 'Mes absences',
    alarms: 'Organisations difficiles à joindre',
    allReached: 'Toutes les organisations en charge d’une mesure peuvent être jointes.',
    more: (n: number) =>
      `${capitalised('fr', formatCount('fr', n))} ${plural('fr', n, 'autre organisation', 'autres organisations')}`,
    leading: (n: number) => inCharge(n),
  },

  organisation: {
    people: 'Personnes',
    nobody: 'Personne n’a de rôle dans cette organisation.',
    toReach: 'À régler',
    leads: 'Ce qu’elle mène',
    leadsNone: 'Cette organisation n’est en charge d’aucune mesure aujourd’hui.',
    publicPage: 'Voir sa page publique',
    invite: 'Inviter une personne',
    never: 'ne s’est pas encore connectée',
    leaving: 'départ prévu',
    absence: {
      declare: 'Déclarer une absence',
      of: (name: string) => ` de ${name}`,
      why: 'Pendant l’absence du répondant, le suppléant prend le relais.',
      from: 'Premier jour d’absence',
      lastDay: 'Dernier jour',
      lastDayHint: 'Laissez vide si vous ne le savez pas encore.',
      submit: 'Déclarer l’absence',
      end: 'De retour',
      endHint: 'Premier jour de retour',
    },
  },

  list: {
    title: 'Personnes',
    lede: (n: number) => `${formatNumber('fr', n)} ${plural('fr', n, 'personne', 'personnes')}.`,
    invite: 'Inviter une personne',
    filter: 'Chercher',
    text: 'Nom ou courriel',
    organisation: 'Organisation',
    role: 'Rôle',
    state: 'État',
    any: 'Tous',
    anyOrganisation: 'Toutes',
    show: 'Afficher',
    clear: 'Tout afficher',
    none: 'Personne ne correspond.',
    name: 'Nom',
    rolesHeld: 'Rôles',
    lastSignIn: 'Dernière connexion',
    never: 'jamais',
    noRole: 'aucun rôle',
    dueForErasure: 'à effacer',
  },

  invite: {
    title: 'Inviter une personne',
    lede: (days: number) =>
      `Elle reçoit un courriel avec un lien qui sert une fois, pendant ${days} jours. Si elle se connecte déjà, elle a simplement un rôle de plus.`,
    person: 'La personne',
    name: 'Nom',
    email: 'Courriel professionnel',
    language: 'Langue',
    languages: { fr: 'Français', en: 'Anglais' },
    role: 'Son rôle',
    submit: 'Inviter',
  },

  roleForm: {
    role: 'Rôle',
    choose: 'Choisissez',
    organisation: 'Organisation',
    organisationHint: 'Pour un répondant, un suppléant ou un valideur.',
    platform: 'Aucune\u00A0: toute la plateforme',
    from: 'À partir du',
    lastDay: 'Dernier jour',
    lastDayHint: 'Laissez vide s’il n’a pas de fin.',
    limits: 'Limiter ce rôle',
    branch: 'Secteur',
    branchHint: 'Par exemple «\u00A0collégial\u00A0» ou «\u00A0universitaire\u00A0».',
    measures: 'Mesures',
    measuresHint:
      'Leurs numéros, séparés par des virgules. Vide\u00A0: toutes celles qu’elle mène.',
  },

  person: {
    access: 'Accès',
    state: 'État',
    email: 'Courriel',
    bounced: 'Le dernier courriel envoyé à cette adresse est revenu.',
    lastSignIn: 'Dernière connexion',
    never: 'jamais',
    leavesOn: (day: string) => `sans accès à partir du ${date(day)}`,
    dueForErasure:
      'L’accès a pris fin il y a assez longtemps\u00A0: l’identité est maintenant à effacer.',
    roles: 'Rôles',
    noRole: 'Aucun rôle.',
    past: 'Rôles passés',
    endRole: 'Mettre fin',
    endWhich: (role: string) => ` au rôle «\u00A0${role}\u00A0»`,
    endOn: 'Premier jour sans ce rôle',
    grant: 'Donner un rôle',
    invitations: 'Invitations',
    invitationStates: {
      pending: 'en cours',
      expired: 'expirée',
      accepted: 'acceptée',
      revoked: 'retirée',
    },
    invitation: (sentAt: string, expiresAt: string) =>
      `envoyée le ${formatInstant('fr', sentAt)}, valable jusqu’au ${formatInstant('fr', expiresAt)}`,
    invite: 'Envoyer une invitation',
    inviteAgain: 'Envoyer une nouvelle invitation',
    revoke: 'Retirer l’invitation',
    absences: 'Absences',
    identity: 'Nom, langue, courriel',
    save: 'Enregistrer',
    leave: 'Départ',
    leaveWhy:
      'Ce que cette personne a écrit reste sous son nom. Dès ce jour, elle ne peut plus se connecter; ses connexions ouvertes se ferment.',
    leaveOn: 'Premier jour sans accès',
    endAccess: 'Mettre fin à l’accès',
    endSessions: 'Fermer ses connexions',
    endSessionsWhy:
      'Pour un appareil perdu, ou resté ouvert\u00A0: cette personne pourra se reconnecter.',
    restore: 'Rétablir l’accès',
    erase: 'Effacer l’identité',
    eraseWhy:
      'Le nom, l’adresse et tout ce qui sert à se connecter sont effacés pour toujours. Ce que cette personne a écrit et ce qu’elle a fait restent, sans son nom.',
    eraseConfirm: 'Je comprends que cela ne se défait pas.',
  },

  saved: {
    'invited-by-mail': 'L’invitation est partie par courriel.',
    invited: 'Cette personne se connecte déjà\u00A0: elle a le rôle, sans nouvelle invitation.',
    revoked: 'L’invitation est retirée\u00A0: son lien n’ouvre plus rien.',
    granted: 'Le rôle est donné.',
    'role-ended': 'La fin du rôle est enregistrée.',
    left: 'La fin de l’accès est enregistrée.',
    'sessions-ended': 'Ses connexions sont fermées.',
    restored: 'L’accès est rétabli.',
    edited: 'Les corrections sont enregistrées.',
    erased: 'L’identité est effacée.',
    absent: 'L’absence est déclarée.',
    back: 'Le retour est enregistré.',
  } as Readonly<Record<string, string>>,
};
