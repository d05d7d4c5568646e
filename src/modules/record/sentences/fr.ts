import { formatDate } from '#platform/i18n/dates.ts';
import { capitalised, formatList, plural } from '#platform/i18n/words.ts';
import { fieldWords } from './field-words.ts';
import { frFields } from './fr-fields.ts';
import type { Telling, Told } from './telling.ts';

const quoted = (text: string) => `«\u00A0${text}\u00A0»`;
const to = ({ whom }: Told) => (whom === null ? '' : ` à ${whom}`);
const of = ({ whom }: Told) => (whom === null ? '' : ` ${de(whom)}`);
/** Somebody's thing, or the actor's own: "la fiche de Camille Roy", "sa fiche". */
const thingOf = (told: Told, the: string, own: string) =>
  told.whom === null && told.entry.about !== null ? own : `${the}${of(told)}`;
const role = ({ became, detail }: Told) => quoted(became('role') ?? detail('role') ?? '…');
const asOf = ({ detail }: Told) => {
  const day = detail('asOf');
  return day === null ? '' : `, au ${day}`;
};
const until = ({ became }: Told) => {
  const day = became('until') ?? became('leavesOn');
  return day === null ? '' : `, le ${day}`;
};
const from = ({ became }: Told) => {
  const [first, last] = [became('from'), became('until')];
  if (first === null) return '';
  return last === null ? ` à compter du ${first}` : ` du ${first} au ${last}`;
};
const METHODS: Readonly<Record<string, string>> = {
  password: ', par mot de passe',
  totp: ', par mot de passe et code',
  'recovery-code': ', par mot de passe et code de secours',
  passkey: ', par clé d’accès',
  link: ', par lien reçu par courriel',
  oidc: ', par le compte de son organisation',
};
const method = ({ detail }: Told) => METHODS[detail('method') ?? ''] ?? '';

export const fr: Telling = {
  dated: (day, clause) => `Le ${formatDate('fr', day)}, ${clause}.`,
  organisation: (name) => `, pour ${name}`,
  who: {
    system: 'Passerelle',
    operator: 'la ligne de commande',
    erased: 'une personne effacée',
    unseen: (organisation) =>
      organisation === null ? 'une personne' : `une personne de l’organisation ${organisation}`,
  },
  kinds: {
    plan: 'le plan',
    measure: 'la mesure',
    line: 'la ligne',
    organisation: 'l’organisation',
    person: 'la personne',
    draft: 'la mise à jour',
    update: 'la mise à jour',
    observation: 'l’observation',
    comment: 'le commentaire',
    recommendation: 'la recommandation',
    report: 'le rapport',
    mail: 'le courriel',
    record: 'le registre',
  },
  thing: 'l’élément',
  updateOf: ({ measure, label, asOf: day }) =>
    `la mise à jour${label === null ? '' : ` de la ligne ${label}`} de la mesure ${measure}${day === null ? '' : ` au ${day}`}`,
  quoted,
  and: (clauses) => formatList('fr', clauses),
  change: ({ the, moves }, before, after) => {
    if (before === null && after === null) return `a modifié ${the}`;
    if (before === null) return `a ${moves ? 'fixé' : 'écrit'} ${the}\u00A0: ${after}`;
    if (after === null) return `a retiré ${the}, qui était ${before}`;
    return moves
      ? `a porté ${the} de ${before} à ${after}`
      : `a remplacé ${the} ${before} par ${after}`;
  },
  changeLine: ({ label }, before, after) => {
    if (before === null) return `${label}\u00A0: ${after ?? 'rien'}`;
    return `${label}\u00A0: ${before} → ${after ?? 'rien'}`;
  },
  field: (field) =>
    fieldWords(field, {
      fields: frFields,
      label: (text) => capitalised('fr', text),
      of: {
        themes: (number) => ` du thème ${number}`,
        measures: (number) => ` de la mesure ${number}`,
        lines: (label) => ` de la ligne ${quoted(label)}`,
      },
      unknown: (name) => ({ the: `le champ ${quoted(name)}`, label: name }),
    }),

  unknown: ({ who, what, entry }) => `${who} a agi sur ${what} (action ${quoted(entry.action)})`,
  sentences: {
    'load-plan': ({ who, what }) => `${who} a chargé ${what}`,
    'edit-texts': ({ who, what, changed }) =>
      changed === null
        ? `${who} a modifié des textes dans ${what}`
        : `${who} ${changed}, dans ${what}`,
    'import-follow-up': (told) => {
      const file = told.detail('file');
      const table = file === null ? 'un tableau de suivi' : `le tableau de suivi ${quoted(file)}`;
      const imported = `${told.who} a importé ${table} dans ${told.what}${asOf(told)}`;
      return told.changed === null ? imported : `${imported}, et ${told.changed}`;
    },
    'set-report-template': ({ who, what }) => `${who} a remplacé le modèle de rapport pour ${what}`,
    'load-report': ({ who, what, entry }) =>
      entry.subject.key === '*'
        ? `${who} a chargé le modèle de rapport commun`
        : `${who} a chargé le rapport publié pour ${what}`,
    'edit-report-text': (told) =>
      `${told.who} a écrit le texte ${reportText(told)} du rapport, pour ${told.what}${asOf(told)}`,
    'withdraw-report-text': (told) =>
      `${told.who} a retiré le texte ${reportText(told)} du rapport, pour ${told.what}${asOf(told)}`,
    'load-organisations': ({ who, entry }) => {
      const { added } = entry.details;
      const count = Array.isArray(added) ? added.length : 0;
      return `${who} a ajouté ${count} ${plural('fr', count, 'organisation', 'organisations')}`;
    },

    'edit-draft': ({ who, what, changed }) =>
      changed === null ? `${who} a modifié ${what}` : `${who} ${changed}, dans ${what}`,
    'submit-update': ({ who, what }) => `${who} a soumis ${what}`,
    'validate-update': ({ who, what }) => `${who} a validé ${what} au nom de l’organisation`,
    'return-update': ({ who, what }) => `${who} a retourné ${what}, pour qu’on y revienne`,
    'approve-update': ({ who, what }) => `${who} a approuvé ${what}`,
    comment: ({ who, what }) => `${who} a commenté ${what}`,
    'write-observation': ({ who, what }) => `${who} a écrit ${what}`,
    'publish-observation': ({ who, what }) => `${who} a remis au Pôle ${what}`,
    'withdraw-observation': ({ who, what }) => `${who} a retiré ${what}`,

    'invite-person': (told) => `${told.who} a invité ${told.whom ?? 'une personne'}`,
    'accept-invitation': ({ who }) => `${who} a accepté son invitation`,
    'revoke-invitation': (told) => `${told.who} a annulé l’invitation${of(told)}`,
    'offer-first-run': ({ who }) =>
      `${who} a préparé le lien qui crée le premier compte d’administration`,
    'edit-person': (told) => `${told.who} a modifié ${thingOf(told, 'la fiche', 'sa fiche')}`,
    'grant-role': (told) => `${told.who} a donné le rôle ${role(told)}${to(told)}`,
    'end-role': (told) => `${told.who} a mis fin au rôle ${role(told)}${of(told)}${until(told)}`,
    'end-access': (told) => `${told.who} a mis fin à l’accès${of(told)}${until(told)}`,
    'restore-access': (told) => `${told.who} a rendu l’accès${to(told)}`,
    'declare-absence': (told) =>
      `${told.who} a déclaré ${thingOf(told, 'l’absence', 'son absence')}${from(told)}`,
    'end-absence': (told) =>
      `${told.who} a mis fin à ${thingOf(told, 'l’absence', 'son absence')}${until(told)}`,
    'erase-person': ({ who }) => `${who} a effacé l’identité d’une personne`,
    'apply-retention': ({ who }) => `${who} a supprimé ce qui ne devait plus être conservé`,

    'sign-in': (told) => `${told.who} a ouvert une session${method(told)}`,
    'sign-out': ({ who }) => `${who} a fermé sa session`,
    'change-password': (told) =>
      `${told.who} a changé ${thingOf(told, 'le mot de passe', 'son mot de passe')}`,
    'set-up-second-factor': (told) => `${told.who} a configuré un second facteur`,
    'remove-second-factor': (told) =>
      `${told.who} a retiré ${thingOf(told, 'le second facteur', 'son second facteur')}`,
    'reset-second-factor': (told) =>
      `${told.who} a réinitialisé ${thingOf(told, 'le second facteur', 'son second facteur')}`,
    'use-recovery-code': ({ who }) => `${who} a employé un code de secours`,
    'add-passkey': (told) => `${told.who} a ajouté une clé d’accès`,
    'remove-passkey': (told) =>
      `${told.who} a retiré ${thingOf(told, 'une clé d’accès', 'une de ses clés d’accès')}`,
    'link-account': ({ who }) => `${who} a relié le compte de son organisation`,
    'revoke-session': (told) =>
      `${told.who} a fermé à distance ${thingOf(told, 'une session', 'une de ses sessions')}`,

    'retry-mail': ({ who }) => `${who} a relancé l’envoi d’un courriel`,
    'settle-mail': ({ who }) => `${who} a décidé d’un courriel en suspens`,
    'read-mail': ({ who }) => `${who} a lu un courriel envoyé`,
    'list-people': ({ who }) => `${who} a consulté la liste des personnes`,
    'read-person': (told) => `${told.who} a consulté ${thingOf(told, 'la fiche', 'sa fiche')}`,
    'read-personal-data': (told) =>
      told.detail('how') === 'export'
        ? `${told.who} a exporté ce que le registre dit${of(told)}`
        : `${told.who} a lu ce que le registre dit${of(told)}`,
    'export-record': ({ who }) => `${who} a exporté le registre`,
  },
};

const reportText = ({ detail }: Told) => quoted(detail('heading') ?? detail('key') ?? '…');

/** "de Camille Roy", "d’une personne". */
function de(text: string): string {
  return /^[aeiouyâàéèêëîïôöûü]/i.test(text) ? `d’${text}` : `de ${text}`;
}
