import { formatInstant } from '#platform/i18n/dates.ts';
import { plural } from '#platform/i18n/words.ts';
import type { mail as french } from '../fr/mail.ts';

const states: typeof french.states = {
  queued: 'Waiting',
  sending: 'Being sent',
  sent: 'Sent',
  uncertain: 'Undecided',
  failed: 'Given up',
  bounced: 'Refused',
};

const kinds: Readonly<Record<string, string>> = {
  invitation: 'Invitation',
  'sign-in-link': 'Sign-in link',
  'account-changed': 'Notice of a change to the account',
};

export const mail: typeof french = {
  title: 'Mail',
  lede: (waiting, uncertain) => {
    const waits =
      waiting === 0
        ? 'No message waits to be sent'
        : `${waiting} ${plural('en', waiting, 'message waits', 'messages wait')} to be sent`;
    return uncertain === 0
      ? `${waits}; none is undecided.`
      : `${waits}; ${uncertain} ${plural('en', uncertain, 'awaits', 'await')} your decision.`;
  },
  filter: 'Choose a state',
  all: 'All',
  states,
  count: (state, count) => `${states[state]} (${count})`,
  kind: (kind) => kinds[kind] ?? kind,
  uncertain: {
    title: 'Undecided: it is up to you',
    why: 'Sending was cut short after these messages were handed to the mail server: they may have left, or not. Passerelle does not send them again by itself, so that nobody gets the same one twice. Ask the person whether they got it, or look at the server’s log.',
    sent: 'It was sent',
    sendAgain: 'Send again',
    which: (subject, to) => `: ${subject}, to ${to}`,
  },
  done: {
    sent: 'The message is noted as sent.',
    'send-again': 'The message is being sent again.',
    retry: 'The message is sent without waiting.',
  },
  list: 'Messages',
  none: 'No message.',
  latest: (count) => `The latest ${count} are shown.`,
  columns: {
    state: 'State',
    to: 'To',
    subject: 'Message',
    since: 'Since',
    failure: 'What the server answered',
  },
  scroll: 'Table of messages, scrollable',
  since: (instant) => formatInstant('en', instant),
  next: (instant, attempts) =>
    `${attempts} ${plural('en', attempts, 'attempt', 'attempts')}; next on ${formatInstant('en', instant)}`,
  retry: 'Send now',
  incomplete: 'This form is not complete: open the page again.',
};
