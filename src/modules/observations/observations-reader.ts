import type { Bilingual } from '#modules/plan/index.ts';
import type { ObservationContent, ObservationKind, ObservationState } from './rules.ts';

/** What everyone may read of what the observer wrote. */
export interface ObservationsReader {
  /** What was published, the latest first; of what was withdrawn since, the mark. */
  published(): Promise<readonly PublishedObservation[]>;
}

/** What a text is about; null where it is about no plan in particular. */
export type ObservationSubject = {
  readonly plan: { readonly key: string; readonly title: Bilingual };
  readonly measure: { readonly number: string; readonly name: Bilingual } | null;
} | null;

export interface PublishedObservation {
  readonly id: number;
  readonly kind: ObservationKind;
  readonly about: ObservationSubject;
  readonly title: Bilingual;
  /** Null once withdrawn. */
  readonly body: Bilingual | null;
  readonly addressedTo: string | null;
  /** Instants, ISO: when it first was, and when its latest version was, if that is another. */
  readonly publishedAt: string;
  readonly revisedAt: string | null;
  readonly withdrawn: { readonly at: string; readonly reason: string } | null;
}

/** One of the observer's texts, in the list of their own. */
export interface ObservationSummary {
  readonly id: number;
  readonly kind: ObservationKind;
  readonly about: ObservationSubject;
  readonly state: ObservationState;
  readonly title: string;
  /** The version that holds, and the one everyone reads; null while none is published. */
  readonly version: number;
  readonly publishedVersion: number | null;
  /** Instant, ISO. */
  readonly recordedAt: string;
}

export interface ObservationVersion extends ObservationContent {
  readonly version: number;
  readonly recordedAt: string;
  readonly recordedBy: string;
}

export interface ObservationStep {
  readonly action: 'publish' | 'withdraw';
  readonly version: number;
  readonly reason: string | null;
  readonly recordedAt: string;
  readonly recordedBy: string;
}

export interface ObservationView extends ObservationSummary {
  readonly current: ObservationVersion;
  /** The latest first. */
  readonly versions: readonly ObservationVersion[];
  readonly steps: readonly ObservationStep[];
}
