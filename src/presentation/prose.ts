/**
 * A sentence made of runs: plain text, or text that stands out, leads somewhere or is in another
 * language. Catalogues build sentences, components show them, tests read them.
 */
export type Prose = readonly Run[];

export type Run = string | MarkedRun;

export interface MarkedRun {
  readonly text: string;
  readonly mark?: 'strong' | 'late' | 'num';
  readonly href?: string;
  readonly lang?: 'fr' | undefined;
}

/** Text that leads somewhere. */
export function link(text: string, href: string): MarkedRun {
  return { text, href };
}

/** Text that stands out: `late` in the colour of lateness, `num` for the number that matters. */
export function mark(kind: 'strong' | 'late' | 'num', text: string): MarkedRun {
  return { text, mark: kind };
}

/** Sentences as one text, a space between them; those without a run are left out. */
export function sentences(...parts: readonly (Prose | null)[]): Prose {
  const told = parts.filter((part) => part !== null).filter((part) => part.length > 0);
  return told.flatMap((part, index): readonly Run[] => (index === 0 ? part : [' ', ...part]));
}

/** What is read when the marks are taken away. */
export function proseText(prose: Prose): string {
  return prose.map((run) => (typeof run === 'string' ? run : run.text)).join('');
}
