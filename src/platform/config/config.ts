import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DomainError } from '#platform/errors/domain-error.ts';
import type { Role } from '../actor/actor.ts';
import { defaultMailFrom, type MailFrom } from './mail-from.ts';
import { type OidcConfig, oidcOf } from './oidc.ts';
import { readEnvironment, type Variables } from './read-environment.ts';

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
  /** Whether this is a demonstration: one person per role, with passwords shown at the start. */
  readonly demo: boolean;
  /** Whether the site is also offered in English. */
  readonly english: boolean;
  /** Where mail is handed over, or null for the outbox folder. */
  readonly smtpUrl: string | null;
  readonly mailFrom: MailFrom;
  /** Address people reach the site at, without a final slash. */
  readonly baseUrl: string;
  /** Whether that address is https. */
  readonly secure: boolean;
  /** Whether the operator accepts plain HTTP beyond this machine. */
  readonly insecure: boolean;
  /** As given; null where none is. What the site uses is `siteSecret`'s. */
  readonly secret: string | null;
  /** The files that secrets were read from. */
  readonly secretFiles: readonly string[];
  /** How many proxies of the operator's stand before the site; what they say of a visitor is believed. */
  readonly trustedHops: number;
  /** Whoever holds one of these must show a second factor. */
  readonly secondFactorRoles: ReadonlySet<Role>;
  readonly session: {
    /** Without a request, the session ends. */
    readonly idleMinutes: number;
    /** The session ends, whatever happens. */
    readonly absoluteHours: number;
  };
  /** Null where people sign in here only. */
  readonly oidc: OidcConfig | null;
}

/** The folder of Passerelle itself, where `package.json` is. */
export const projectDir = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[/\\]$/, '');

function defaultBaseUrl(host: string, port: number): string {
  const reachable = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`;
}

/**
 * Reads and checks the environment. Touches neither the process nor the disk, but for reading the
 * files that `…_FILE` variables name.
 *
 * @param env the variables, as in `process.env`
 * @param cwd what a relative PASSERELLE_DATA_DIR starts from
 * @throws DomainError `invalid`, in French: one line per variable, with what it accepts
 */
export function loadConfig(env: Variables, cwd: string = process.cwd()): Config {
  const { values, files } = readEnvironment(env);
  const session = {
    idleMinutes: values.PASSERELLE_SESSION_IDLE,
    absoluteHours: values.PASSERELLE_SESSION_ABSOLUTE,
  };
  if (session.idleMinutes > session.absoluteHours * 60) {
    throw new DomainError(
      'invalid',
      `PASSERELLE_SESSION_IDLE (${session.idleMinutes} minutes) dépasse ` +
        `PASSERELLE_SESSION_ABSOLUTE (${session.absoluteHours} heures).`,
    );
  }
  const baseUrl =
    values.PASSERELLE_BASE_URL?.replace(/\/+$/, '') ?? defaultBaseUrl(values.HOST, values.PORT);
  return {
    port: values.PORT,
    host: values.HOST,
    databaseUrl: values.DATABASE_URL ?? null,
    dataDir: resolve(cwd, values.PASSERELLE_DATA_DIR ?? join(projectDir, 'var')),
    demo: false,
    english: values.PASSERELLE_ENGLISH,
    smtpUrl: values.SMTP_URL ?? null,
    mailFrom: values.MAIL_FROM ?? defaultMailFrom(baseUrl),
    baseUrl,
    secure: new URL(baseUrl).protocol === 'https:',
    insecure: values.PASSERELLE_INSECURE,
    secret: values.PASSERELLE_SECRET ?? null,
    secretFiles: files.map((path) => resolve(cwd, path)),
    trustedHops: values.PASSERELLE_TRUSTED_PROXIES,
    secondFactorRoles: values.PASSERELLE_SECOND_FACTOR,
    session,
    oidc: oidcOf(values),
  };
}

let loaded: Config | undefined;

/** The configuration of this process, read from its environment at the first call. */
export function config(): Config {
  loaded ??= loadConfig(process.env);
  return loaded;
}
