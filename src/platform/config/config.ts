import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { DomainError } from '#platform/errors/domain-error.ts';

/** What the environment decides, checked once; every command reads the same values. */
export interface Config {
  /** TCP port of the site; 0 lets the system choose one. */
  readonly port: number;
  /** Name or address the site listens on. */
  readonly host: string;
  /** A PostgreSQL 18 of the operator's, or null for the embedded one. */
  readonly databaseUrl: string | null;
  /** Absolute path of the folder that holds the embedded database, the outbox and the locks. */
  readonly dataDir: string;
  /** Whether the coordination's pages are open without signing in; only ever on loopback. */
  readonly openCoordination: boolean;
  /** Whether the site is also offered in English. */
  readonly english: boolean;
  /** Where mail is handed over, or null for the outbox folder. */
  readonly smtpUrl: string | null;
  /** Address people reach the site at, without a final slash. */
  readonly baseUrl: string;
}

/** The folder of Passerelle itself, where `package.json` is. */
export const projectDir = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[/\\]$/, '');

const YES = ['1', 'oui', 'true', 'yes', 'on'];
const NO = ['0', 'non', 'false', 'no', 'off'];

const flag = (absent: boolean) =>
  z
    .string()
    .transform((text) => text.toLowerCase())
    .pipe(
      z.enum([...YES, ...NO], {
        error: 'acceptés : 1 (ou oui, on, true) et 0 (ou non, off, false)',
      }),
    )
    .transform((text) => YES.includes(text))
    .default(absent);

const address = (protocols: readonly string[], error: string) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    error,
  });

const environment = z.object({
  PORT: z
    .string()
    .refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= 65535, {
      error: 'accepté : un nombre entier de 0 à 65535 (0 : un port libre au choix du système)',
    })
    .transform(Number)
    .default(3000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, {
      error: 'accepté : un nom ou une adresse, sans port, par exemple localhost ou 0.0.0.0',
    })
    .default('localhost'),
  DATABASE_URL: address(
    ['postgres:', 'postgresql:'],
    'accepté : une adresse comme postgresql://nom:mot-de-passe@serveur:5432/base',
  ).nullable(),
  PASSERELLE_DATA_DIR: z.string().nullable(),
  PASSERELLE_OPEN_COORDINATION: flag(false),
  PASSERELLE_ENGLISH: flag(true),
  SMTP_URL: address(
    ['smtp:', 'smtps:'],
    'accepté : une adresse comme smtp://nom:mot-de-passe@serveur:587',
  ).nullable(),
  PASSERELLE_BASE_URL: address(
    ['http:', 'https:'],
    'accepté : une adresse complète comme https://passerelle.exemple.ca',
  ).nullable(),
});

type Variable = keyof typeof environment.shape;

/** Whether a host name or address can only be reached from this very machine. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

function defaultBaseUrl(host: string, port: number): string {
  const reachable = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`;
}

/** A variable that is set to nothing counts as absent, as in most shells' own conventions. */
function present(env: Readonly<Record<string, string | undefined>>, name: Variable) {
  const text = env[name]?.trim();
  return text === '' ? undefined : text;
}

/**
 * Reads and checks the environment, without touching the process or the disk.
 *
 * @param env the variables, as in `process.env`
 * @param cwd what a relative PASSERELLE_DATA_DIR starts from
 * @throws DomainError `invalid`, in French: one line per variable, with what it accepts
 */
export function loadConfig(
  env: Readonly<Record<string, string | undefined>>,
  cwd: string = process.cwd(),
): Config {
  const read = environment.safeParse({
    PORT: present(env, 'PORT'),
    HOST: present(env, 'HOST'),
    DATABASE_URL: present(env, 'DATABASE_URL') ?? null,
    PASSERELLE_DATA_DIR: present(env, 'PASSERELLE_DATA_DIR') ?? null,
    PASSERELLE_OPEN_COORDINATION: present(env, 'PASSERELLE_OPEN_COORDINATION'),
    PASSERELLE_ENGLISH: present(env, 'PASSERELLE_ENGLISH'),
    SMTP_URL: present(env, 'SMTP_URL') ?? null,
    PASSERELLE_BASE_URL: present(env, 'PASSERELLE_BASE_URL') ?? null,
  });
  if (!read.success) {
    const lines = read.error.issues.map(
      (issue) => `${issue.path.join('.')} n'est pas valable ; ${issue.message}.`,
    );
    throw new DomainError('invalid', lines.join('\n'));
  }
  const values = read.data;
  if (values.PASSERELLE_OPEN_COORDINATION && !isLoopback(values.HOST)) {
    throw new DomainError(
      'invalid',
      `PASSERELLE_OPEN_COORDINATION est refusé avec HOST=${values.HOST} : les pages de la ` +
        'coordination ne peuvent être ouvertes sans connexion que sur localhost, 127.0.0.1 ou ::1.',
    );
  }
  return {
    port: values.PORT,
    host: values.HOST,
    databaseUrl: values.DATABASE_URL,
    dataDir: resolve(cwd, values.PASSERELLE_DATA_DIR ?? join(projectDir, 'var')),
    openCoordination: values.PASSERELLE_OPEN_COORDINATION,
    english: values.PASSERELLE_ENGLISH,
    smtpUrl: values.SMTP_URL,
    baseUrl:
      values.PASSERELLE_BASE_URL?.replace(/\/+$/, '') ?? defaultBaseUrl(values.HOST, values.PORT),
  };
}

let loaded: Config | undefined;

/** The configuration of this process, read from its environment at the first call. */
export function config(): Config {
  loaded ??= loadConfig(process.env);
  return loaded;
}
