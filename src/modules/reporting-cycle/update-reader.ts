import type { Figure, UpdateAction, UpdateContent, UpdateState } from './rules.ts';

/** Names an update: what an organisation says of a line it leads, for a date. */
export interface UpdateRef {
  readonly organisationKey: string;
  readonly lineId: number;
  /** ISO date. */
  readonly asOf: string;
}

/** A line of a plan, as whoever answers for it reads it. */
export interface LedLine {
  readonly lineId: number;
  readonly plan: { readonly key: string; readonly title: string };
  readonly measure: { readonly id: number; readonly number: string; readonly name: string };
  /** The branches of the organisation that lead the measure; empty where it does as a whole. */
  readonly branches: readonly string[];
  /** Whether a figure is expected of it; otherwise another line of the measure gives it. */
  readonly expected: boolean;
  /** The indicator or the file it is about; null for the measure itself. */
  readonly label: string | null;
  /** As written. */
  readonly deadline: string | null;
  /** The latest thing stated of it, up to the date; null when nothing ever was. */
  readonly last: LastStatement | null;
}

export interface LastStatement {
  readonly asOf: string;
  readonly figure: Figure;
  readonly value: number | null;
  readonly narrative: string | null;
}

/** Who did something, by name, and when: an ISO instant. */
export interface Signed {
  readonly recordedBy: string;
  readonly recordedAt: string;
}

/** An update in a list. */
export interface UpdateSummary extends Signed {
  readonly state: UpdateState;
  readonly version: number;
  /** It reached the coordination without anybody validating it. */
  readonly notValidated: boolean;
  readonly figure: Figure;
  readonly value: number | null;
}

export interface OrganisationName {
  readonly key: string;
  readonly name: string;
  readonly acronym: string | null;
}

/** The lines an organisation leads on a date, each with its update where the reader may see one. */
export interface OrganisationUpdates {
  readonly organisation: OrganisationName;
  /** The reader belongs to it; others see only what it handed on. */
  readonly isOwn: boolean;
  readonly asOf: string;
  readonly lines: readonly (LedLine & { readonly update: UpdateSummary | null })[];
}

export interface UpdateVersion extends UpdateContent, Signed {
  readonly version: number;
}

export interface UpdateStep extends Signed {
  readonly action: UpdateAction;
  readonly from: UpdateState;
  readonly to: UpdateState;
  readonly reason: string | null;
}

/** Each action: null when the reader may do it now, otherwise why not, in French. */
export type UpdateAbilities = Readonly<Record<'write' | UpdateAction, string | null>>;

/** An update, or the place for one. */
export interface UpdateView {
  readonly organisation: OrganisationName;
  readonly asOf: string;
  readonly line: LedLine;
  readonly state: UpdateState;
  readonly notValidated: boolean;
  /** The version that holds; null when nothing is written. */
  readonly current: UpdateVersion | null;
  /** Those the reader may see, the latest first. */
  readonly versions: readonly UpdateVersion[];
  /** The latest first. */
  readonly steps: readonly UpdateStep[];
  readonly abilities: UpdateAbilities;
}

/** An update outside the page of its organisation. */
export interface ListedUpdate {
  readonly organisation: OrganisationName;
  readonly asOf: string;
  readonly line: LedLine;
  readonly update: UpdateSummary;
}

/** What waits for somebody, and what for: `correct` is a return, `finish` a draft. */
export interface AwaitingUpdate extends ListedUpdate {
  readonly awaits: 'validate' | 'approve' | 'correct' | 'finish';
}
