/** How bad what was found is; only an error makes the command fail. */
export type Level = 'ok' | 'warning' | 'error';

const LABELS = {
  database: 'Base de données',
  versions: 'Versions',
  disk: 'Disque',
  clock: 'Horloge',
  mail: 'Courriel',
  port: 'Port',
  encryption: 'Chiffrement',
  headers: 'En-têtes',
  cookies: 'Témoins',
  proxy: 'Mandataires',
  secret: 'Secrets',
  'database-role': 'Rôle de la base',
  'database-connection': 'Lien à la base',
  'row-security': 'Sécurité par ligne',
  administration: 'Administration',
  'second-factor': 'Second facteur',
  dormant: 'Accès dormants',
  invitations: 'Invitations',
  audit: 'Registre',
  backup: 'Sauvegarde',
  demonstration: 'Démonstration',
} as const;

/** One thing that was checked, for a person and for a machine. */
export interface Check {
  /** What was checked; a stable name. */
  readonly name: keyof typeof LABELS;
  readonly level: Level;
  /** What was found, in French. */
  readonly message: string;
  /** What to do about it, in French; null when nothing. */
  readonly remedy: string | null;
}

export type Finding = Omit<Check, 'name'>;

export const ok = (message: string): Finding => ({ level: 'ok', message, remedy: null });

export const warning = (message: string, remedy: string): Finding => ({
  level: 'warning',
  message,
  remedy,
});

export const failure = (message: string, remedy: string | null): Finding => ({
  level: 'error',
  message,
  remedy,
});

const MARKS: Readonly<Record<Level, string>> = {
  ok: 'bon      ',
  warning: 'attention',
  error: 'erreur   ',
};

/** The checks as lines of text, each followed by what to do. */
export function asText(checks: readonly Check[]): string {
  return checks
    .map(({ name, level, message, remedy }) => {
      const line = `${MARKS[level]}  ${LABELS[name]} : ${message}`;
      return remedy === null ? line : `${line}\n           → ${remedy}`;
    })
    .join('\n');
}

export const hasError = (checks: readonly Check[]): boolean =>
  checks.some(({ level }) => level === 'error');
