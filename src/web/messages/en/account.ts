import type { SignInMethod } from '#modules/identity/index.ts';
import { formatInstant } from '#platform/i18n/dates.ts';
import type { account as french } from '../fr/account.ts';

const methods: Readonly<Record<SignInMethod, string>> = {
  password: 'password',
  totp: 'password and code',
  'recovery-code': 'recovery code',
  passkey: 'passkey',
  link: 'link received by e-mail',
  oidc: 'your organisation',
};

export const account: typeof french = {
  title: 'My account',
  signedInAs: (email) => `You sign in with ${email}.`,
  identity: 'Name and language',
  saved: {
    identity: 'Saved.',
    password: 'Your password is changed; your other sessions are closed.',
    'second-factor': 'The second factor is active.',
    'second-factor-removed': 'The code application is removed.',
    passkey: 'The passkey is removed.',
    sessions: 'The session is closed.',
  },
  password: {
    title: 'Password',
    current: 'Current password',
    chosen: 'New password',
    hint: 'At least 12 characters. A few unrelated words are easy to remember.',
    change: 'Change the password',
    choose: 'Choose a password',
  },
  codes: {
    title: 'Code application',
    on: 'Active: a code is asked for after your password.',
    off: 'None.',
    setUp: 'Set up a code application',
    password: 'Your password',
    remove: 'Remove the code application',
  },
  passkeys: {
    title: 'Passkeys',
    why: 'Your phone, your computer or a key recognises you: no password, no code.',
    none: 'None.',
    unnamed: 'Passkey',
    added: (instant) => `added on ${formatInstant('en', instant)}`,
    add: 'Add a passkey',
    failed: 'The passkey was not added. Sign in again, then retry.',
    remove: 'Remove',
    removeWhich: (name) => ` the passkey “${name}”`,
  },
  provider: { title: 'Your organisation', linked: 'You can also sign in through it.' },
  sessions: {
    title: 'Open sessions',
    opened: (instant, method) => `opened on ${formatInstant('en', instant)}, by ${methods[method]}`,
    used: (instant) => `used on ${formatInstant('en', instant)}`,
    current: 'this one',
    unknownBrowser: 'Unknown browser',
    end: 'Close',
    endWhich: (browser) => ` the session of ${browser}`,
    endOthers: 'Close all the others',
  },
};
