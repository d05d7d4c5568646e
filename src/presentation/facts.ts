/** How many gave a figure, out of how many were expected to. */
export interface Coverage {
  readonly stated: number;
  readonly expected: number;
}

/** Measures to name in a sentence, and where the whole list stands when they are too many. */
export interface NamedMeasures {
  readonly numbers: readonly string[];
  /** Where a measure's page is; asked only for those that are named. */
  readonly address: (number: string) => string;
  /** Null where there is nowhere to go, as in a document. */
  readonly list: string | null;
}

/** How a phrase is to be shown: lateness, success and doubt have a colour, always beside their words. */
export type Tone = 'late' | 'due' | 'done' | 'doubt' | 'plain';

/** A few words about a state, and how to show them. */
export interface Phrase {
  readonly text: string;
  readonly tone: Tone;
}
