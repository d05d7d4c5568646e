import type { Letter } from '#platform/mail/compose.ts';
import type { AccountChange, AccountMail } from './desk.ts';

type Language = AccountMail['person']['language'];

const CHANGES: Readonly<Record<AccountChange, Readonly<Record<Language, string>>>> = {
  password: { fr: 'Votre mot de passe a été changé.', en: 'Your password was changed.' },
  'second-factor-added': {
    fr: 'Une application de codes protège maintenant votre compte.',
    en: 'A code application now protects your account.',
  },
  'second-factor-removed': {
    fr: 'L’application de codes de votre compte a été retirée.',
    en: 'The code application of your account was removed.',
  },
  'recovery-code-used': {
    fr: 'Un de vos codes de secours vient de servir.',
    en: 'One of your recovery codes was just used.',
  },
  'passkey-added': {
    fr: 'Une clé d’accès a été ajoutée à votre compte.',
    en: 'A passkey was added to your account.',
  },
  'passkey-removed': {
    fr: 'Une clé d’accès de votre compte a été retirée.',
    en: 'A passkey of your account was removed.',
  },
  'account-linked': {
    fr: 'Vous pouvez maintenant vous connecter par votre organisation.',
    en: 'You can now sign in through your organisation.',
  },
};

const TEXTS = {
  fr: {
    greeting: 'Bonjour,',
    link: {
      subject: 'Votre lien de connexion',
      paragraphs: ['Vous avez demandé à vous connecter à Passerelle sans mot de passe.'],
      action: 'Me connecter',
      notes: [
        'Ce lien vaut 10 minutes, une seule fois.',
        'Vous n’avez rien demandé\u00A0? Ignorez ce message\u00A0: sans lui, personne n’entre.',
      ],
    },
    invitation: {
      subject: 'Votre invitation à Passerelle',
      paragraphs: [
        'Votre organisation prend part à un plan d’action suivi dans Passerelle, et compte sur vous pour y répondre.',
        'Ouvrez votre compte : deux minutes suffisent.',
      ],
      action: 'Ouvrir mon compte',
      notes: [
        'Cette invitation vaut 7 jours, une seule fois. Elle est à vous : ne la faites pas suivre.',
      ],
    },
    change: {
      subject: 'Votre compte a changé',
      action: 'Voir mon compte',
      notes: ['Ce n’est pas vous\u00A0? Changez votre mot de passe, et prévenez la coordination.'],
    },
  },
  en: {
    greeting: 'Hello,',
    link: {
      subject: 'Your sign-in link',
      paragraphs: ['You asked to sign in to Passerelle without a password.'],
      action: 'Sign in',
      notes: [
        'This link is valid for 10 minutes, once.',
        'You asked for nothing? Ignore this message: without it, nobody gets in.',
      ],
    },
    invitation: {
      subject: 'Your invitation to Passerelle',
      paragraphs: [
        'Your organisation takes part in an action plan followed in Passerelle, and you have been named in it.',
        'Open your account: two minutes are enough.',
      ],
      action: 'Open my account',
      notes: ['This invitation is valid for 7 days, once. It is yours: do not forward it.'],
    },
    change: {
      subject: 'Your account has changed',
      action: 'See my account',
      notes: ['It was not you? Change your password, and tell the coordination.'],
    },
  },
} as const;

/** What a message about signing in says. @param baseUrl where people reach the site */
export function accountLetter(mail: AccountMail, baseUrl: string): Letter {
  const { kind, person, path, change } = mail;
  const { greeting, link, invitation, change: changed } = TEXTS[person.language];
  const about =
    change === undefined
      ? kind === 'invitation'
        ? invitation
        : link
      : { ...changed, paragraphs: [CHANGES[change][person.language]] };
  return {
    locale: person.language,
    subject: about.subject,
    greeting,
    paragraphs: about.paragraphs,
    notes: about.notes,
    ...(path === null ? {} : { action: { label: about.action, address: `${baseUrl}${path}` } }),
  };
}
