import type { SignInMethod } from '#modules/identity/index.ts';
import { formatInstant } from '#platform/i18n/dates.ts';

const methods: Readonly<Record<SignInMethod, string>> = {
  password: 'mot de passe',
  totp: 'mot de passe et code',
  'recovery-code': 'code de secours',
  passkey: 'clé d’accès',
  link: 'lien reçu par courriel',
  oidc: 'votre organisation',
};

export const account = {
  title: 'Mon compte',
  signedInAs: (email: string) => `Vous vous connectez avec ${email}.`,
  identity: 'Nom et langue',
  saved: {
    identity: 'C’est enregistré.',
    password: 'Votre mot de passe est changé; vos autres connexions sont fermées.',
    'second-factor': 'Le second facteur est actif.',
    'second-factor-removed': 'L’application de codes est retirée.',
    passkey: 'La clé d’accès est retirée.',
    sessions: 'La connexion est fermée.',
  } as Readonly<Record<string, string>>,
  password: {
    title: 'Mot de passe',
    current: 'Mot de passe actuel',
    chosen: 'Nouveau mot de passe',
    hint: '12 caractères au moins. Quelques mots sans lien entre eux se retiennent bien.',
    change: 'Changer le mot de passe',
    choose: 'Choisir un mot de passe',
  },
  codes: {
    title: 'Application de codes',
    on: 'Active\u00A0: un code est demandé après votre mot de passe.',
    off: 'Aucune.',
    setUp: 'Configurer une application de codes',
    password: 'Votre mot de passe',
    remove: 'Retirer l’application de codes',
  },
  passkeys: {
    title: 'Clés d’accès',
    why: 'Votre téléphone, votre ordinateur ou une clé vous reconnaît\u00A0: ni mot de passe ni code.',
    none: 'Aucune.',
    unnamed: 'Clé d’accès',
    added: (instant: string) => `ajoutée le ${formatInstant('fr', instant)}`,
    add: 'Ajouter une clé d’accès',
    failed: 'La clé d’accès n’a pas été ajoutée. Reconnectez-vous, puis réessayez.',
    remove: 'Retirer',
    removeWhich: (name: string) => ` la clé «\u00A0${name}\u00A0»`,
  },
  provider: { title: 'Votre organisation', linked: 'Vous pouvez aussi vous connecter par elle.' },
  sessions: {
    title: 'Connexions ouvertes',
    opened: (instant: string, method: SignInMethod) =>
      `ouverte le ${formatInstant('fr', instant)}, par ${methods[method]}`,
    used: (instant: string) => `utilisée le ${formatInstant('fr', instant)}`,
    current: 'celle-ci',
    unknownBrowser: 'Navigateur inconnu',
    end: 'Fermer',
    endWhich: (browser: string) => ` la connexion de ${browser}`,
    endOthers: 'Fermer toutes les autres',
  },
};
