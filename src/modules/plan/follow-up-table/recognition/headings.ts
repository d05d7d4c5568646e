import { MONTH_WORD } from '../../rules/calendar-words.ts';
import type { Field } from '../table.ts';
import { FIELDS } from '../table.ts';
import { fold } from '../text.ts';

/** What a heading may mean; the lower the rank, the surer. */
export interface HeadingMatch {
  field: Field;
  rank: number;
}

/** `sure` needs nothing else; `plausible` yields to a surer column or to what the values say. */
export const RANK = { sure: 1, usual: 2, plausible: 3, weak: 4 } as const;

const MEASURE = '(?:mesures?|actions?|activites?|measures?)';
const OF_MEASURE = `(?: (?:de |d |of )?(?:la |l |les |des |the )?${MEASURE})?`;
const BODY =
  '(?:m o|mo|entites?|ministeres?|organismes?|organisations?|organizations?|agency|department|body|partie|party|directions?|unites?|ministeres? (?:et|ou) organismes?)';
/** Words that name a body only beside one that says what it does: "Service pilote". */
const UNIT = `(?:${BODY}|services?|departments?|departements?|ministry|ministries|agencies|divisions?|offices?|structures?|acteurs?|person(?:ne)?s?|staff)`;
const LEAD =
  '(?:en charge|responsables?|resp|porteurs?|porteuses?|pilotes?|pilotage|chefs? de file|referents?|leads?|leader|leading|responsible|accountable|in charge|owners?|assigned to|maitres? d oeuvre|coordonnateurs?)';
const HELPER =
  '(?:collaborateurs?|collab|collaboratrices?|collaborations?|collaborators?|collaborating|partenaires?|partenariats?|partners?|contributors?|contributeurs?|supporting|associes?)';
const INDICATOR =
  '(?:(?:key |performance )*indicators?|kpis?|metrics?|(?:performance|success) (?:measures?|criteria)|measures? of success|mesures? de (?:rendement|performance)|criteres? de (?:reussite|succes)|indicateurs?|ind|cibles?|targets?|livrables?(?: attendus?)?|deliverables?|resultats? attendus?|expected (?:results?|outcomes?)|jalons?|milestones?|extrants?|outputs?)';
const DEADLINE =
  '(?:echeances?|ech|echeanciers?|dates? limites?|dates? butoirs?|dates? de (?:realisation|livraison)|dates? d echeance(?: prevues?)?|dates? cibles?|date de fin|dates? prevues?|deadlines?|due(?: dates?| by)?|target (?:completion )?dates?|target completion|end dates?|completion dates?|calendrier|timelines?|timeframes?|delais?)';
const PROGRESS =
  '(?:avancement|avanc|realisation|progres|progression|progress|completion|completed?|execution|atteinte)';
/** Words for the text that tells how things stand, surest first. */
const ACCOUNT = `(?:(?:etat|state|description|resume) (?:de l |d |de |of )?(?:${PROGRESS}|situation)(?: (?:des|of) (?:the )?travaux)?${OF_MEASURE}|progress (?:reports?|status|updates?|made|narrative)|progress to date|narratif|narrative(?: updates?)?|commentaires?|comments?|observations?)`;
const REMARK =
  '(?:(?:principa(?:les|ux)|key|main|current) )?(?:suivis?|bilans?|statuts?|status(?: updates?)?|updates?|remarques?|remarks?|faits saillants|highlights|explications?|travaux realises|actions realisees|realisations?|achievements?|accomplishments?)(?: (?:a ce jour|to date|(?:au cours )?de (?:la periode|l annee)))?';
const THEME =
  '(?:themes?|thematiques?|axes?|axis|orientations?|volets?|piliers?|pillars?|chantiers?)';

/** What some call a measure. */
const ACT =
  '(?:actions?|activites?|activity|activities|initiatives?|engagements?|commitments?|projets?|projects?|taches?|tasks?|recommandations?|recommendations?)(?: items?)?';

/** In order: where two patterns of one field fit, the first gives the rank. */
const VOCABULARY: readonly { field: Field; rank: number; pattern: string }[] = [
  // A follow-up body is named with words that other columns use too: it comes first.
  {
    field: 'follow-up',
    rank: RANK.sure,
    pattern:
      '(?:suivi assure par|suivi par|(?:organisme|responsable|organisation)s? (?:de|du|responsable du) suivi|follow(?: up| ?up)(?: by| body)?|followed up by|monitored by)',
  },
  { field: 'scope', rank: RANK.sure, pattern: '(?:portee(?: de la ligne)?|line scope)' },
  {
    field: 'number',
    rank: RANK.sure,
    pattern: `(?:n|no|nr|num|numeros?|numbers?|#)${OF_MEASURE}|(?:${MEASURE}|items?|ref) (?:n|no|nr|num|numero|number|id|#)`,
  },
  {
    field: 'number',
    rank: RANK.plausible,
    pattern: `(?:id|identifiant|codes?|ref|references?)${OF_MEASURE}`,
  },
  { field: 'number', rank: RANK.weak, pattern: MEASURE },
  {
    field: 'objective',
    rank: RANK.sure,
    pattern: `(?:objectifs?|objectives?) (?:(?:du|de|des|of|l|la|the) )*${THEME}|${THEME} (?:objectives?)`,
  },
  { field: 'objective', rank: RANK.weak, pattern: '(?:objectifs?|objectives?|buts?|goals?)' },
  {
    field: 'theme',
    rank: RANK.sure,
    pattern: `${THEME}(?: (?:d intervention|strategiques?|du plan|prioritaires?|d action))?|(?:objectifs?|enjeux?) strategiques?|strategic (?:objectives?|goals?|axis|priority)`,
  },
  {
    field: 'theme',
    rank: RANK.plausible,
    pattern:
      '(?:goals?|priorites?|priority|priorities|domaines? d (?:action|intervention)|(?:priority|focus|action) areas?)',
  },
  {
    field: 'name',
    rank: RANK.sure,
    pattern: `(?:noms?|intitules?|titres?|libelles?|enonces?|designations?|names?|titles?)${OF_MEASURE}|${MEASURE} (?:names?|titles?)`,
  },
  {
    field: 'name',
    rank: RANK.usual,
    pattern:
      '(?:mesures?|measures?)(?: (?:prevues?|du plan(?: d action)?|planned|(?:(?:et|ou|and|or) )?actions?))?',
  },
  {
    field: 'name',
    rank: RANK.plausible,
    pattern: `(?:fiches? )?${ACT}(?: (?:(?:et|ou|and|or) )?${ACT})*(?: (?:prevue?s?|planned|a (?:mener|realiser)))?`,
  },
  { field: 'name', rank: RANK.weak, pattern: `descriptions?${OF_MEASURE}` },
  {
    field: 'lead-and-collaborators',
    rank: RANK.sure,
    pattern: `(?:${UNIT} )*${LEAD}(?: ${UNIT})* (?:(?:et|and|ou|or) )?(?:${UNIT} )*${HELPER}(?: ${UNIT})*`,
  },
  {
    field: 'lead',
    rank: RANK.sure,
    pattern: `(?:${UNIT} )*${LEAD}(?: ${UNIT})*(?: principal(?:e|es|aux)?| de la mise en oeuvre)?${OF_MEASURE}`,
  },
  { field: 'lead', rank: RANK.plausible, pattern: BODY },
  {
    field: 'collaborators',
    rank: RANK.sure,
    pattern: `(?:autres? |other )?(?:${UNIT} )*(?:en )?${HELPER}(?: ${UNIT})*(?: (?:et |and )?${HELPER})?(?: (?:impliques?|vises?|concernes?|involved))?`,
  },
  {
    field: 'indicator-and-deadline',
    rank: RANK.sure,
    pattern: `${INDICATOR}(?: (?:(?:et|and|de|ou) )?${INDICATOR})* (?:(?:et|and) )?${DEADLINE}`,
  },
  {
    field: 'indicator',
    rank: RANK.sure,
    pattern: `${INDICATOR}(?: (?:(?:et|and|de|ou|or|des|of) )?(?:${INDICATOR}|suivi|resultats?|performance|realisation))*${OF_MEASURE}`,
  },
  // Alone it is the indicator; beside one, it completes it.
  {
    field: 'indicator-target',
    rank: RANK.weak,
    pattern:
      '(?:valeurs? )?(?:cibles?|targets?|targeted)(?: values?| visees?)?|resultats? attendus?',
  },
  {
    field: 'indicator',
    rank: RANK.plausible,
    pattern:
      '(?:sous (?:actions?|mesures?|activites?|taches?)|sub (?:actions?|measures?|activities|tasks?)|etapes?|steps?)',
  },
  {
    field: 'deadline',
    rank: RANK.sure,
    pattern: `${DEADLINE}(?: (?:de realisation|prevues?))?${OF_MEASURE}`,
  },
  {
    field: 'percent',
    rank: RANK.sure,
    pattern: `(?:%|pourcentages?|percentages?|percent|per cent|taux)(?: (?:(?:de|d|l|of|la) )*(?:${PROGRESS}|${MEASURE}|realise|atteint))*|(?:niveau |degre |etat )?(?:d |de )?${PROGRESS} (?:en )?(?:%|pourcentage|rate|percentage)`,
  },
  {
    field: 'percent',
    rank: RANK.usual,
    pattern: `(?:niveau |degre )(?:d |de )?${PROGRESS}${OF_MEASURE}`,
  },
  { field: 'percent', rank: RANK.plausible, pattern: `(?:${PROGRESS}|realisee?s?)${OF_MEASURE}` },
  {
    field: 'percent',
    rank: RANK.weak,
    pattern: `(?:etat (?:d |de )?${PROGRESS}|statuts?|status)${OF_MEASURE}`,
  },
  {
    field: 'narrative',
    rank: RANK.sure,
    pattern: `${ACCOUNT}(?: (?:(?:et|and|ou|or) )?(?:${ACCOUNT}|${REMARK}))*|${REMARK} (?:(?:et|and|ou|or) )?${ACCOUNT}`,
  },
  {
    field: 'narrative',
    rank: RANK.usual,
    pattern: `${REMARK}(?: (?:(?:et|and|ou|or) )?${REMARK})*${OF_MEASURE}`,
  },
  {
    field: 'narrative',
    rank: RANK.plausible,
    pattern: `${PROGRESS}${OF_MEASURE}|details?|notes?|precisions?`,
  },
];

const MATCHERS = VOCABULARY.map(({ field, rank, pattern }) => ({
  field,
  rank,
  test: new RegExp(`^(?:${pattern})$`),
}));

const FIELD_NAMES = new Map<string, Field>(
  FIELDS.flatMap((field) => [
    [fold(field), field],
    [fold(field).replaceAll(' ', ''), field],
  ]),
);

/** Longer than any heading: a paragraph that happens to begin with one of its words. */
const LONGEST_HEADING = 120;

const AT = '(?: (?:au|a|du|le|en date du|as of|as at|at|on|to))*';
const ORDINAL = '(?:er|st|nd|rd|th)?';
const DATE = new RegExp(
  `${AT} (?:(?:\\d{1,2}${ORDINAL} )?${MONTH_WORD} (?:\\d{1,2}${ORDINAL} )?\\d{4}|\\d{4} \\d{1,2} \\d{1,2}|\\d{1,2} \\d{1,2} \\d{4})\\b`,
);
const FINAL_YEARS = / (?:(?:au|en|pour|for|in) )?\d{4}(?: \d{4})?$/;

/**
 * @returns what a heading may mean, surest first, one entry per field; none when it is no heading
 *   we know. Accents, case, punctuation, line breaks, soft hyphens, an optional plural in
 *   parentheses and a date do not count; nor, failing all else, does a remark in parentheses:
 *   "Échéance (mois et année)".
 */
export function matchHeading(heading: string): HeadingMatch[] {
  if (heading.length > LONGEST_HEADING) return [];
  const matches = matchWords(headingKey(heading));
  const bare = heading.replace(/[([][^()[\]]*[)\]]/g, ' ');
  return matches.length === 0 && bare !== heading ? matchWords(headingKey(bare)) : matches;
}

function matchWords(words: string): HeadingMatch[] {
  if (words === '') return [];
  const named = FIELD_NAMES.get(words);
  if (named) return [{ field: named, rank: RANK.sure }, ...otherMatches(words, named)];
  return otherMatches(words, null);
}

/** The form under which two headings are the same one. */
export function headingKey(heading: string): string {
  const words = fold(heading.replace(/[([](?:e?s|x|e|rices?|trices?)[)\]]/gi, ''));
  return words.replace(DATE, '').replace(FINAL_YEARS, '').trim() || words;
}

/** @returns how many different fields a row of texts could be the headings of. */
export function headingScore(texts: readonly string[]): number {
  const fields = new Set<Field>();
  for (const text of texts) {
    const free = matchHeading(text).find(({ field }) => !fields.has(field));
    if (free) fields.add(free.field);
  }
  return fields.size;
}

function otherMatches(words: string, named: Field | null): HeadingMatch[] {
  const matches = new Map<Field, HeadingMatch>();
  for (const { field, rank, test } of MATCHERS) {
    if (field !== named && !matches.has(field) && test.test(words)) {
      matches.set(field, { field, rank });
    }
  }
  return [...matches.values()].sort((a, b) => a.rank - b.rank);
}
