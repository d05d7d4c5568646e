import { formatInstant } from '#platform/i18n/dates.ts';
import { plural } from '#platform/i18n/words.ts';
import type { MailState } from '#platform/mail/mail.ts';

const states: Readonly<Record<MailState, string>> = {
  queued: 'En attente',
  sending: 'En cours d’envoi',
  sent: 'Parti',
  uncertain: 'En suspens',
  failed: 'Abandonné',
  bounced: 'Refusé',
};

const kinds: Readonly<Record<string, string>> = {
  invitation: 'Invitation',
  'sign-in-link': 'Lien de connexion',
  'account-changed': 'Avis de changement au compte',
};

export const mail = {
  title: 'Courriels',
  lede: (waiting: number, uncertain: number) => {
    const waits =
      waiting === 0
        ? 'Aucun courriel n’attend de partir'
        : `${waiting} ${plural('fr', waiting, 'courriel attend', 'courriels attendent')} de partir`;
    return uncertain === 0
      ? `${waits}; aucun n’est en suspens.`
      : `${waits}; ${uncertain} ${plural('fr', uncertain, 'attend', 'attendent')} votre décision.`;
  },
  filter: 'Choisir un état',
  all: 'Tous',
  states,
  count: (state: MailState, count: number) => `${states[state]} (${count})`,
  kind: (kind: string) => kinds[kind] ?? kind,
  uncertain: {
    title: 'En suspens\u00A0: à vous de décider',
    why: 'L’envoi s’est interrompu après la remise au serveur de courriel\u00A0: ces messages sont peut-être partis, peut-être pas. Passerelle ne les renvoie pas d’elle-même, pour que personne ne reçoive deux fois le même. Demandez à la personne si elle l’a reçu, ou regardez le journal du serveur.',
    sent: 'Il est parti',
    sendAgain: 'Renvoyer',
    which: (subject: string, to: string) => `\u00A0: ${subject}, à ${to}`,
  },
  done: {
    sent: 'Le message est noté comme parti.',
    'send-again': 'Le message repart.',
    retry: 'Le message part sans attendre.',
  } as Readonly<Record<string, string>>,
  list: 'Messages',
  none: 'Aucun message.',
  latest: (count: number) => `Les ${count} plus récents sont montrés.`,
  columns: {
    state: 'État',
    to: 'Destinataire',
    subject: 'Message',
    since: 'Depuis',
    failure: 'Ce que le serveur a répondu',
  },
  scroll: 'Tableau des courriels, défilable',
  since: (instant: string) => formatInstant('fr', instant),
  next: (instant: string, attempts: number) =>
    `${attempts} ${plural('fr', attempts, 'essai', 'essais')}; prochain le ${formatInstant('fr', instant)}`,
  retry: 'Envoyer maintenant',
  incomplete: 'Ce formulaire n’est pas complet : rouvrez la page.',
};
