import { type Command, Option } from 'commander';
import { OPERATOR } from '#platform/actor/actor.ts';
import { config } from '#platform/config/config.ts';
import { type ActorTransaction, transact } from '#platform/database/database.ts';
import { DomainError } from '#platform/errors/domain-error.ts';
import { formatInstant } from '#platform/i18n/dates.ts';
import { MAIL_STATES, type MailState } from '#platform/mail/mail.ts';
import { type MailEntry, readMail } from '#platform/mail/read-mail.ts';
import { retryMail } from '#platform/mail/retry-mail.ts';
import { settleMail } from '#platform/mail/settle-mail.ts';
import { withServices } from './session.ts';

/** States as they are said on the command line. */
const STATES: Readonly<Record<MailState, string>> = {
  queued: 'en-attente',
  sending: 'en-cours',
  sent: 'parti',
  uncertain: 'en-suspens',
  failed: 'abandonne',
  bounced: 'refuse',
};

export function registerMail(program: Command): void {
  const mail = program
    .command('mail')
    .description('suit les courriels : où ils en sont, ceux qui attendent une décision');
  mail
    .command('list')
    .description('liste les courriels et leur état, jamais leur contenu')
    .addOption(
      new Option('--state <état>', 'seulement dans cet état').choices(Object.values(STATES)),
    )
    .action(listMail);
  mail
    .command('retry')
    .description('fait partir sans attendre un courriel en attente')
    .argument('<numéro>', 'celui que donne « mail list »')
    .action(async (id: string) => {
      await act((tx) => retryMail(tx, OPERATOR, { id }));
      console.log('Ce courriel part dès que le site tourne.');
    });
  mail
    .command('settle')
    .description('décide d’un courriel en suspens : il est parti, ou il faut le renvoyer')
    .argument('<numéro>', 'celui que donne « mail list »')
    .option('--sent', 'il est parti : il n’est pas renvoyé')
    .option('--send-again', 'il n’est pas parti : il est renvoyé')
    .action(settle);
}

async function listMail({ state }: { readonly state?: string }): Promise<void> {
  const wanted = MAIL_STATES.find((each) => STATES[each] === state) ?? null;
  const { messages, counts } = await act((tx) => readMail(tx, OPERATOR, { state: wanted }));
  for (const message of messages) console.log(lineOf(message));
  const total = wanted === null ? Object.values(counts).reduce((a, b) => a + b, 0) : counts[wanted];
  if (total === 0) console.log('Aucun courriel.');
  else if (total > messages.length) {
    console.log(`… et ${total - messages.length} plus anciens.`);
  }
}

function lineOf({ id, state, stateSince, kind, to, subject, failure }: MailEntry): string {
  const line = `${id}  ${STATES[state].padEnd(10)}  ${formatInstant('fr', stateSince)}  ${kind}  ${to}  ${subject}`;
  return failure === null ? line : `${line}\n    → ${failure}`;
}

interface SettleOptions {
  readonly sent?: true;
  readonly sendAgain?: true;
}

async function settle(id: string, { sent, sendAgain }: SettleOptions): Promise<void> {
  if (sent === sendAgain) {
    throw new DomainError('invalid', 'Donnez --sent ou --send-again, l’un des deux.');
  }
  const decision = sent ? 'sent' : 'send-again';
  await act((tx) => settleMail(tx, OPERATOR, { id, decision }));
  console.log(
    sent ? 'Ce courriel est noté comme parti.' : 'Ce courriel sera renvoyé dès que le site tourne.',
  );
}

function act<T>(work: (tx: ActorTransaction) => Promise<T>): Promise<T> {
  return withServices(config(), ({ db }) => transact(db, OPERATOR, work));
}
