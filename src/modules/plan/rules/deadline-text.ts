const LABEL = /^(?:echeances?|date limite|dates? cibles?|deadline|due date|target date) ?:/;
const DURATION = /\( ?\d+ (?:jours?|semaines?|mois|ans?|annees?|days?|weeks?|months?|years?) ?\)/g;
const EDGES = /^[-\s.,;:•*·▪►\uFFFD\uF0B7]+|[-\s.,;:!]+$/g;

/**
 * A deadline's text reduced to what its meaning depends on: lower case, no accents, plain apostrophes,
 * hyphens and blanks, no bullet, label or closing punctuation. A duration in parentheses, "(2 ans)",
 * goes; other parentheses become commas, so that nothing which could contradict the date is lost.
 */
export function normaliseDeadlineText(text: string): string {
  return text
    .replace(/[’‘ʼ`´′]/g, "'")
    .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/' /g, "'")
    .replace(DURATION, '')
    .replace(/ ?[()] ?/g, ', ')
    .replace(EDGES, '')
    .replace(LABEL, '')
    .replace(EDGES, '');
}
