import type { TableParty } from '../table.ts';
import { fold, oneLine, tidy } from '../text.ts';

/**
 * Splits a cell of leads or collaborators into organisations and groups, as written.
 *
 * Semicolons, commas and line breaks separate. So does "et" where both sides are known names; so
 * do hyphens and slashes where most parts are known or look like acronyms
 * ("CIQ-BCI-Fédération des cégeps-MES" is four, "CERAC Marie-Victorin" is one). A known name is
 * never cut, and nothing inside parentheses is; parentheses at the end are a qualifier.
 *
 * @param isKnown tells whether a text is the name or acronym of a known organisation or group.
 * @returns the parties in order, each once.
 */
export function splitParties(text: string, isKnown: (name: string) => boolean): TableParty[] {
  const known = (part: string) => isKnown(withoutQualifier(part).text);
  const parts = splitOutside(tidy(text), /[;\n•]/)
    .flatMap((part) => splitAtCommas(part, known))
    .flatMap((part) => splitAtConjunctions(part, known))
    .flatMap((part) => splitAtJoins(part, known))
    .map((part) => withoutAcronym(withoutQualifier(part), isKnown))
    .filter(({ text: name }) => !NOBODY.has(fold(name)));
  const seen = new Set<string>();
  return parts.filter(({ text: name, qualifier }) => {
    const key = `${name}\n${qualifier ?? ''}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** What stands where no body does; a lone dash folds to nothing. */
const NOBODY = new Set(['', 's o', 'sans objet', 'n a', 'na', 'aucun', 'aucune', 'none', 'tbd']);

/** Reads `MES (collégial)` as the text `MES` and the qualifier `collégial`. */
function withoutQualifier(part: string): TableParty {
  const text = oneLine(part).replace(/^[-–•]\s+|[.,;\s]+$/g, '');
  const match = /^(.+?)\s*\(([^()]+)\)$/.exec(text);
  return match?.[1] && match[2]
    ? { text: match[1], qualifier: match[2].trim() }
    : { text, qualifier: null };
}

/** In "Conseil interprofessionnel du Québec (CIQ)" the parentheses repeat the name. */
function withoutAcronym(party: TableParty, isKnown: (name: string) => boolean): TableParty {
  const { text, qualifier } = party;
  const repeated = qualifier !== null && looksLikeAcronym(qualifier) && isKnown(qualifier);
  return repeated && isKnown(text) ? { text, qualifier: null } : party;
}

/** Names hold commas ("… de la Francisation et de l'Intégration"): the longest known run stays. */
function splitAtCommas(text: string, known: (part: string) => boolean): string[] {
  const pieces = splitOutside(text, /,/);
  const parts: string[] = [];
  for (let start = 0; start < pieces.length; ) {
    const end = knownRun(pieces, start, known);
    const part = pieces.slice(start, end).join(', ');
    const previous = parts.at(-1);
    // "Ministère de l'Immigration, de la Francisation…": what goes on with an article is one name.
    if (
      previous !== undefined &&
      !known(part) &&
      /^(?:d[eu]s? |de la |de l['’]|d['’])/.test(part)
    ) {
      parts[parts.length - 1] = `${previous}, ${part}`;
    } else {
      parts.push(part);
    }
    start = end;
  }
  return parts;
}

function knownRun(
  pieces: readonly string[],
  start: number,
  known: (part: string) => boolean,
): number {
  const furthest = Math.min(pieces.length, start + LONGEST_NAME_IN_PIECES);
  for (let end = furthest; end > start + 1; end -= 1) {
    if (known(pieces.slice(start, end).join(', '))) return end;
  }
  return start + 1;
}

const LONGEST_NAME_IN_PIECES = 6;

function splitAtConjunctions(text: string, known: (part: string) => boolean): string[] {
  if (known(text)) return [text];
  const parts: string[] = [];
  // The part being built runs from `start` to the conjunction met last, at `end`.
  let start = 0;
  let end = 0;
  let next = 0;
  for (const match of text.matchAll(CONJUNCTION)) {
    if (depthAt(text, match.index) > 0) continue;
    const before = text.slice(start, end).trim();
    if (before !== '' && known(before) && known(text.slice(next, match.index).trim())) {
      parts.push(before);
      start = next;
    }
    end = match.index;
    next = match.index + match[0].length;
  }
  return [...parts, text.slice(start).trim()];
}

/** The end of the text closes the last part, as one more conjunction would. */
const CONJUNCTION = /\s(?:et|and|&)\s+(?:(?:les?|la|the)\s+|l['’])?|$/gi;

function splitAtJoins(text: string, known: (part: string) => boolean): string[] {
  if (known(text)) return [text];
  for (const separator of [/\//, /[-–]/]) {
    const parts = splitOutside(text, separator);
    const sure = parts.filter((part) => known(part) || looksLikeAcronym(part)).length;
    // Two parts must both be sure; in a longer list a group or two may be spelled out.
    if (parts.length > 1 && (sure === parts.length || (sure >= 3 && sure * 2 > parts.length))) {
      return parts.flatMap((part) => splitAtJoins(part, known));
    }
  }
  return [text];
}

/** Three capitals or more: "GT-RAC" is one working group, not two bodies. */
function looksLikeAcronym(part: string): boolean {
  return /^[\p{Lu}][\p{Lu}\d]{2,9}$/u.test(withoutQualifier(part).text);
}

/** Splits where the separator stands outside parentheses; blank parts are dropped. */
function splitOutside(text: string, separator: RegExp): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const char of text) {
    if (char === '(') depth += 1;
    else if (char === ')') depth = Math.max(0, depth - 1);
    if (depth === 0 && separator.test(char)) {
      parts.push(part.trim());
      part = '';
    } else {
      part += char;
    }
  }
  return [...parts, part.trim()].filter((one) => one !== '');
}

function depthAt(text: string, index: number): number {
  const before = text.slice(0, index);
  return (before.match(/\(/g)?.length ?? 0) - (before.match(/\)/g)?.length ?? 0);
}
