import type { presentReport } from '#modules/plan/index.ts';

type Presented = ReturnType<typeof presentReport>;

const SEVERITY = { error: 'ERREUR', warning: 'attention', info: 'note' } as const;
const KIND = { added: '+', changed: '~', withdrawn: '-' } as const;
/** A terminal shows so many; --json gives them all. */
const MOST_SHOWN = 40;

/** An import's report as lines of text, the serious ones first. */
export function describeImport(report: Presented, dryRun: boolean): string {
  const { counts, summary } = report;
  const messages = report.messages.map((message) => {
    const place = [message.sheet, message.cell].filter((part) => part !== null).join('!');
    return `${SEVERITY[message.severity]}${place ? ` ${place}` : ''} : ${message.text}`;
  });
  const differences = report.differences
    .slice(0, MOST_SHOWN)
    .map(
      ({ kind, measure, line, changes }) =>
        `${KIND[kind]} ${measure}${line ? `, ${line}` : ''}${changes.length > 0 ? ` (${changes.map((change) => change.field).join(', ')})` : ''}`,
    );
  const more = report.differences.length - MOST_SHOWN;
  if (report.fingerprint === null) return messages.join('\n');
  return [
    ...messages,
    ...(dryRun ? differences : []),
    ...(dryRun && more > 0 ? [`… et ${more} autres (--json les donne toutes)`] : []),
    `${report.planTitle ?? report.planKey}, au ${report.asOf ?? '(date inconnue)'} : ${[
      count(summary.measures, 'mesure'),
      count(summary.themes, 'thème'),
      count(summary.lines, 'ligne'),
      count(summary.stated, 'pourcentage'),
    ].join(', ')}.`,
    `${[
      count(counts.added, 'ajoutée'),
      count(counts.changed, 'changée'),
      count(counts.unchanged, 'inchangée'),
      count(counts.withdrawn, 'retirée'),
    ].join(', ')}${dryRun ? ' (essai : rien n’a été écrit)' : ''}.`,
  ].join('\n');
}

/** In French, zero and one take the singular. */
function count(number: number, word: string): string {
  return `${number} ${word}${number < 2 ? '' : 's'}`;
}
