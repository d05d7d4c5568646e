import type { RecordEntry } from '../record-entry.ts';

/** What a sentence is made of, in its language. */
export interface Told {
  /** Who did it, as the subject of a sentence. */
  readonly who: string;
  /** Whom it was done about, or to; null where it is the same person, or nobody. */
  readonly whom: string | null;
  /** What it was done to: "le plan « … »". */
  readonly what: string;
  readonly entry: RecordEntry;
  /** What a field became, in words; null where nothing says it. */
  readonly became: (field: string) => string | null;
  /** A detail, in words; null where there is none. */
  readonly detail: (name: string) => string | null;
  /** Whether there is so little that changed that a sentence can say it; it is then `changed`. */
  readonly changed: string | null;
}

/** What follows the date: a clause, without its full stop. */
export type Sentence = (told: Told) => string;

/** The words of a language that sentences are made with. */
export interface Telling {
  readonly sentences: Readonly<Record<Action, Sentence>>;
  /** Of an action that no sentence knows. */
  readonly unknown: Sentence;
  /** "Le 3 mars 2025, Camille Roy a…" */
  readonly dated: (day: string, clause: string) => string;
  readonly organisation: (name: string) => string;
  readonly who: {
    readonly system: string;
    readonly operator: string;
    readonly erased: string;
    /** Somebody the reader does not see. */
    readonly unseen: (organisation: string | null) => string;
  };
  /** "le plan", by kind of thing; a kind that is not here is "thing". */
  readonly kinds: Readonly<Record<string, string>>;
  readonly thing: string;
  /** What a line's update is called; what is null is left out. */
  readonly updateOf: (update: UpdateNamed) => string;
  readonly quoted: (text: string) => string;
  readonly change: (what: FieldWords, before: string | null, after: string | null) => string;
  /** A line of a list: "Échéance : de « … » à « … »". */
  readonly changeLine: (what: FieldWords, before: string | null, after: string | null) => string;
  readonly and: (clauses: readonly string[]) => string;
  readonly field: (field: string) => FieldWords;
}

/** Of which line, for which date, an update is. */
export interface UpdateNamed {
  readonly measure: string;
  /** Quoted. */
  readonly label: string | null;
  /** In words. */
  readonly asOf: string | null;
}

export interface FieldWords {
  /** "l’échéance" */
  readonly the: string;
  /** "Échéance" */
  readonly label: string;
  /** It moves from one value to another, rather than being written anew. */
  readonly moves: boolean;
}

/** What sentences know to say. */
export const ACTIONS = [
  'load-plan',
  'edit-texts',
  'import-follow-up',
  'set-report-template',
  'load-report',
  'edit-report-text',
  'withdraw-report-text',
  'load-organisations',
  'edit-draft',
  'submit-update',
  'validate-update',
  'return-update',
  'approve-update',
  'comment',
  'write-observation',
  'publish-observation',
  'withdraw-observation',
  'invite-person',
  'accept-invitation',
  'revoke-invitation',
  'offer-first-run',
  'edit-person',
  'grant-role',
  'end-role',
  'end-access',
  'restore-access',
  'declare-absence',
  'end-absence',
  'erase-person',
  'apply-retention',
  'sign-in',
  'sign-out',
  'change-password',
  'set-up-second-factor',
  'remove-second-factor',
  'reset-second-factor',
  'use-recovery-code',
  'add-passkey',
  'remove-passkey',
  'link-account',
  'revoke-session',
  'retry-mail',
  'settle-mail',
  'read-mail',
  'list-people',
  'read-person',
  'read-personal-data',
  'export-record',
] as const;
export type Action = (typeof ACTIONS)[number];
