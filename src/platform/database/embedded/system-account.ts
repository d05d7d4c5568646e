import { stat } from 'node:fs/promises';
import { DomainError } from '#platform/errors/domain-error.ts';
import { type Account, runProgram } from './run-program.ts';

/** The system account that owns the database when Passerelle is run by root. */
const ACCOUNT_NAME = 'passerelle';

async function findAccount(): Promise<Account | null> {
  const [uid, gid] = await Promise.all([
    runProgram('id', ['-u', ACCOUNT_NAME]),
    runProgram('id', ['-g', ACCOUNT_NAME]),
  ]);
  if (uid.status !== 0 || gid.status !== 0) return null;
  return { uid: Number(uid.output), gid: Number(gid.output) };
}

/** The two families of tools that make an account: shadow (most systems) and BusyBox (Alpine). */
const MAKE_ACCOUNT: readonly (readonly [string, ...string[]])[] = [
  [
    'useradd',
    '--system',
    '--user-group',
    '--no-create-home',
    '--shell',
    '/bin/false',
    ACCOUNT_NAME,
  ],
  ['adduser', '-S', '-D', '-H', '-s', '/bin/false', ACCOUNT_NAME],
];

async function makeAccount(): Promise<Account> {
  const failures: string[] = [];
  for (const [file, ...args] of MAKE_ACCOUNT) {
    const made = await runProgram(file, args);
    // Another command may have made it between our look and our attempt.
    const account = await findAccount();
    if (account !== null) return account;
    failures.push(`${file} : ${made.output}`);
  }
  throw new DomainError(
    'unavailable',
    `PostgreSQL refuse d'être lancé par root, et le compte système « ${ACCOUNT_NAME} » n'a pas pu ` +
      'être créé. Créez-le, lancez Passerelle sous un compte ordinaire, ou donnez un PostgreSQL 18 ' +
      `par DATABASE_URL. (${failures.join(' ; ')})`,
  );
}

/**
 * The account PostgreSQL must run under, or null for our own. PostgreSQL refuses to run as root:
 * for root, it is whoever owns the database already, and otherwise the system account, made if
 * missing.
 *
 * @param clusterDir the database's folder, whether or not it exists yet
 */
export async function accountFor(clusterDir: string): Promise<Account | null> {
  if (process.getuid?.() !== 0) return null;
  const owner = await stat(clusterDir).catch(() => null);
  if (owner !== null && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return (await findAccount()) ?? (await makeAccount());
}

/** Whether the account may enter a folder, asked of the system itself: modes do not say it all. */
export async function canEnter(account: Account | null, dir: string): Promise<boolean> {
  if (account === null) return true;
  const tried = await runProgram('/bin/sh', ['-c', 'cd -- "$1"', 'sh', dir], account);
  return tried.status === 0;
}
