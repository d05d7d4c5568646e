import { writeFollowUpWorkbook } from '../../src/modules/plan/follow-up-table/index.ts';

export interface MadeUpPlan {
  readonly title: string;
  readonly measures: number;
  /** How many lines the measure of this index has. */
  readonly linesOf: (index: number) => number;
}

const THEMES = 10;
/** The date its figures hold for. */
export const AS_OF = '2024-03-31';
const LEADS = ['MIFI', 'MES', 'MSSS', 'MEQ', 'OPQ'] as const;
const DEADLINES = [
  'Hiver 2023',
  'Décembre 2025',
  'En continu',
  '31 mars 2024',
  '2024-2025',
] as const;
const NARRATIVE =
  'Les partenaires se sont entendus sur la marche à suivre et les premiers travaux sont terminés. ' +
  'Il reste à consulter les établissements, puis à faire adopter la version finale.';

/** The follow-up workbook of a plan as large as wanted, such as coordinators keep them. */
export function madeUpWorkbook({ title, measures, linesOf }: MadeUpPlan): Promise<Buffer> {
  const perTheme = Math.ceil(measures / THEMES);
  return writeFollowUpWorkbook({
    title,
    asOf: AS_OF,
    sheet: 'Suivi',
    themes: Array.from({ length: THEMES }, (_, theme) => ({
      number: String(theme),
      name: `Chapitre ${theme} du grand plan`,
      objective: `Ce que le chapitre ${theme} doit changer pour les personnes`,
    })),
    measures: Array.from({ length: measures }, (_, index) => ({
      number: String(index + 1),
      name: `Mener à bien le chantier ${index + 1} avec les partenaires concernés`,
      theme: String(Math.floor(index / perTheme)),
      leadText: LEADS[index % LEADS.length] ?? null,
      collaboratorText: LEADS[(index + 1) % LEADS.length] ?? null,
      followUpText: null,
      lines: Array.from({ length: linesOf(index) }, (_, line) => ({
        scope: 'indicator' as const,
        indicator: {
          label: `Livrable ${line + 1} du chantier ${index + 1}`,
          deadline: DEADLINES[(index + line) % DEADLINES.length] ?? null,
        },
        label: null,
        expected: true,
        statement: { kind: 'stated' as const, value: ((index + line) % 21) / 20 },
        narrative: NARRATIVE,
        leadText: null,
      })),
    })),
  });
}
