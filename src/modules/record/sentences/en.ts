import { formatDate } from '#platform/i18n/dates.ts';
import { capitalised, formatList, plural } from '#platform/i18n/words.ts';
import { enFields } from './en-fields.ts';
import { fieldWords } from './field-words.ts';
import type { Telling, Told } from './telling.ts';

const quoted = (text: string) => `“${text}”`;
const to = ({ whom }: Told) => (whom === null ? '' : ` to ${whom}`);
const of = ({ whom }: Told) => (whom === null ? '' : ` of ${whom}`);
/** Somebody's thing, or the actor's own. */
const thingOf = (told: Told, the: string, own: string) =>
  told.whom === null && told.entry.about !== null ? own : `${the}${of(told)}`;
const role = ({ became, detail }: Told) => quoted(became('role') ?? detail('role') ?? '…');
const asOf = ({ detail }: Told) => {
  const day = detail('asOf');
  return day === null ? '' : `, as of ${day}`;
};
const until = ({ became }: Told) => {
  const day = became('until') ?? became('leavesOn');
  return day === null ? '' : `, on ${day}`;
};
const from = ({ became }: Told) => {
  const [first, last] = [became('from'), became('until')];
  if (first === null) return '';
  return last === null ? ` from ${first}` : ` from ${first} to ${last}`;
};
const METHODS: Readonly<Record<string, string>> = {
  password: ', with a password',
  totp: ', with a password and a code',
  'recovery-code': ', with a password and a recovery code',
  passkey: ', with a passkey',
  link: ', with a link sent by mail',
  oidc: ', with their organisation’s account',
};
const method = ({ detail }: Told) => METHODS[detail('method') ?? ''] ?? '';
const reportText = ({ detail }: Told) => quoted(detail('heading') ?? detail('key') ?? '…');

export const en: Telling = {
  dated: (day, clause) => `On ${formatDate('en', day)}, ${clause}.`,
  organisation: (name) => `, for ${name}`,
  who: {
    system: 'Passerelle',
    operator: 'the command line',
    erased: 'somebody whose identity was erased',
    unseen: (organisation) => (organisation === null ? 'somebody' : `somebody of ${organisation}`),
  },
  kinds: {
    plan: 'the plan',
    measure: 'measure',
    line: 'line',
    organisation: 'the organisation',
    person: 'the person',
    draft: 'the update',
    update: 'the update',
    observation: 'the observation',
    comment: 'the comment',
    recommendation: 'the recommendation',
    report: 'the report',
    mail: 'the message',
    record: 'the record',
  },
  thing: 'the item',
  updateOf: ({ measure, label, asOf: day }) =>
    `the update of${label === null ? '' : ` the line ${label} of`} measure ${measure}${day === null ? '' : ` as of ${day}`}`,
  quoted,
  and: (clauses) => formatList('en', clauses),
  change: ({ the, moves }, before, after) => {
    if (before === null && after === null) return `changed ${the}`;
    if (before === null) return `${moves ? 'set' : 'wrote'} ${the}: ${after}`;
    if (after === null) return `removed ${the}, which was ${before}`;
    return moves
      ? `moved ${the} from ${before} to ${after}`
      : `replaced ${the} ${before} by ${after}`;
  },
  changeLine: ({ label }, before, after) =>
    before === null
      ? `${label}: ${after ?? 'nothing'}`
      : `${label}: ${before} → ${after ?? 'nothing'}`,
  field: (field) =>
    fieldWords(field, {
      fields: enFields,
      label: (text) => capitalised('en', text),
      of: {
        themes: (number) => ` of theme ${number}`,
        measures: (number) => ` of measure ${number}`,
        lines: (label) => ` of the line ${quoted(label)}`,
      },
      unknown: (name) => ({ the: `the field ${quoted(name)}`, label: name }),
    }),

  unknown: ({ who, what, entry }) => `${who} acted on ${what} (action ${quoted(entry.action)})`,
  sentences: {
    'load-plan': ({ who, what }) => `${who} loaded ${what}`,
    'edit-texts': ({ who, what, changed }) =>
      changed === null ? `${who} edited texts in ${what}` : `${who} ${changed}, in ${what}`,
    'import-follow-up': (told) => {
      const file = told.detail('file');
      const table = file === null ? 'a follow-up table' : `the follow-up table ${quoted(file)}`;
      const imported = `${told.who} imported ${table} into ${told.what}${asOf(told)}`;
      return told.changed === null ? imported : `${imported}, and ${told.changed}`;
    },
    'set-report-template': ({ who, what }) => `${who} replaced the report template for ${what}`,
    'load-report': ({ who, what, entry }) =>
      entry.subject.key === '*'
        ? `${who} loaded the common report template`
        : `${who} loaded the published report for ${what}`,
    'edit-report-text': (told) =>
      `${told.who} wrote the text ${reportText(told)} of the report, for ${told.what}${asOf(told)}`,
    'withdraw-report-text': (told) =>
      `${told.who} withdrew the text ${reportText(told)} of the report, for ${told.what}${asOf(told)}`,
    'load-organisations': ({ who, entry }) => {
      const { added } = entry.details;
      const count = Array.isArray(added) ? added.length : 0;
      return `${who} added ${count} ${plural('en', count, 'organisation', 'organisations')}`;
    },

    'edit-draft': ({ who, what, changed }) =>
      changed === null ? `${who} edited ${what}` : `${who} ${changed}, in ${what}`,
    'submit-update': ({ who, what }) => `${who} submitted ${what}`,
    'validate-update': ({ who, what }) => `${who} validated ${what} in the organisation’s name`,
    'return-update': ({ who, what }) => `${who} returned ${what}, to be worked on again`,
    'approve-update': ({ who, what }) => `${who} approved ${what}`,
    comment: ({ who, what }) => `${who} commented on ${what}`,
    'write-observation': ({ who, what }) => `${who} wrote ${what}`,
    'publish-observation': ({ who, what }) => `${who} gave the Pôle ${what}`,
    'withdraw-observation': ({ who, what }) => `${who} withdrew ${what}`,

    'invite-person': (told) => `${told.who} invited ${told.whom ?? 'somebody'}`,
    'accept-invitation': ({ who }) => `${who} accepted their invitation`,
    'revoke-invitation': (told) => `${told.who} cancelled the invitation${of(told)}`,
    'offer-first-run': ({ who }) =>
      `${who} made the link that creates the first administration account`,
    'edit-person': (told) =>
      `${told.who} edited ${thingOf(told, 'the record', 'their own record')}`,
    'grant-role': (told) => `${told.who} gave the role ${role(told)}${to(told)}`,
    'end-role': (told) => `${told.who} ended the role ${role(told)}${of(told)}${until(told)}`,
    'end-access': (told) => `${told.who} ended the access${of(told)}${until(told)}`,
    'restore-access': (told) => `${told.who} gave access back${to(told)}`,
    'declare-absence': (told) =>
      `${told.who} declared ${thingOf(told, 'the absence', 'their absence')}${from(told)}`,
    'end-absence': (told) =>
      `${told.who} ended ${thingOf(told, 'the absence', 'their absence')}${until(told)}`,
    'erase-person': ({ who }) => `${who} erased somebody’s identity`,
    'apply-retention': ({ who }) => `${who} removed what was no longer to be kept`,

    'sign-in': (told) => `${told.who} signed in${method(told)}`,
    'sign-out': ({ who }) => `${who} signed out`,
    'change-password': (told) =>
      `${told.who} changed ${thingOf(told, 'the password', 'their password')}`,
    'set-up-second-factor': ({ who }) => `${who} set up a second factor`,
    'remove-second-factor': (told) =>
      `${told.who} removed ${thingOf(told, 'the second factor', 'their second factor')}`,
    'reset-second-factor': (told) =>
      `${told.who} reset ${thingOf(told, 'the second factor', 'their second factor')}`,
    'use-recovery-code': ({ who }) => `${who} used a recovery code`,
    'add-passkey': ({ who }) => `${who} added a passkey`,
    'remove-passkey': (told) =>
      `${told.who} removed ${thingOf(told, 'a passkey', 'one of their passkeys')}`,
    'link-account': ({ who }) => `${who} linked their organisation’s account`,
    'revoke-session': (told) =>
      `${told.who} ended from afar ${thingOf(told, 'a session', 'one of their sessions')}`,

    'retry-mail': ({ who }) => `${who} had a message sent again`,
    'settle-mail': ({ who }) => `${who} settled a message that did not arrive`,
    'read-mail': ({ who }) => `${who} read a message that was sent`,
    'list-people': ({ who }) => `${who} consulted the list of people`,
    'read-person': (told) =>
      `${told.who} consulted ${thingOf(told, 'the record', 'their own record')}`,
    'read-personal-data': (told) =>
      told.detail('how') === 'export'
        ? `${told.who} exported what is on record${of(told)}`
        : `${told.who} read what is on record${of(told)}`,
    'export-record': ({ who }) => `${who} exported the record`,
  },
};
