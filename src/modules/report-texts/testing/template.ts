import type { ReportTemplate } from '../report-template.ts';

const text = (fr: string) => ({ fr, en: null });

/** A small template of another body's: two texts for one date, one that lasts, and what is made. */
export const COAST_TEMPLATE: ReportTemplate = {
  accent: '#336699',
  logo: null,
  title: { fr: 'Bilan', en: 'Report' },
  publisher: text('Table du littoral'),
  body: null,
  yearEndsOn: '12-31',
  parts: [
    {
      kind: 'text',
      key: 'mot',
      level: 1,
      heading: { fr: 'Mot d’ouverture', en: 'Foreword' },
      lasting: false,
      required: true,
    },
    { kind: 'chapter', level: 1, heading: text('Qui nous sommes') },
    {
      kind: 'text',
      key: 'membres',
      level: 2,
      heading: text('Membres'),
      lasting: true,
      required: true,
      hint: text('Un membre par ligne.'),
    },
    {
      kind: 'text',
      key: 'faits',
      level: 2,
      heading: text('Faits de l’année'),
      lasting: false,
      required: false,
    },
    { kind: 'follow-up', level: 1, heading: text('Suivi') },
  ],
};

/** A whole drawing, of nothing much. */
export function drawing(content = '<path d="M0 0h3v1z"/>', attributes = ''): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 1" ${attributes}>${content}</svg>`;
}
