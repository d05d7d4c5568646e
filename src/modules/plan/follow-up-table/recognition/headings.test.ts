import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIELDS } from '../table.ts';
import { matchHeading } from './headings.ts';

const MEANINGS: Readonly<Record<string, readonly string[]>> = {
  number: [
    'Numéro',
    'No',
    'N°',
    'Nº',
    '#',
    'No.',
    'Mesure n°',
    'Numéro de la mesure',
    'Number',
    'Action #',
    'N° de l’action',
  ],
  theme: [
    'Thème',
    'Axe',
    'Orientation',
    'Axe d’intervention',
    'Objectif stratégique',
    'Theme',
    'Axis',
    'Orientations stratégiques',
  ],
  objective: ['Objectif du thème', 'Objectifs', 'Theme objective'],
  name: [
    'Mesure / action',
    'Énoncé de la mesure',
    'Nom de la mesure',
    'Mesure',
    'MESURES',
    'Intitulé',
    'Intitulé de l’action',
    'Measure',
    'Action name',
    'Action',
    'Libellé',
    'Mesure(s)',
  ],
  lead: [
    'Ministère/organisme responsable',
    'Ministère ou organisme (M/O) responsable',
    'Lead department/agency',
    'Resp.',
    'Responsable de la mise en œuvre',
    'M/O en charge',
    'Responsable',
    'Responsable(s)',
    'Porteur',
    'Organisation responsable',
    'Lead',
    'Lead organization',
    'Ministère responsable',
    'Porteur de l’action',
  ],
  collaborators: [
    'Partenaires impliqués',
    'Ministères et organismes collaborateurs',
    'Collab.',
    'M/O collaborateurs',
    'Collaborateurs',
    'Partenaires',
    'Partners',
    'Organismes partenaires',
    'Autres partenaires',
  ],
  'lead-and-collaborators': [
    'M/O en charge et M/O collaborateurs',
    'M/O en charge et\nM/O collaborateurs',
    'Responsable et partenaires',
    'Lead and partners',
  ],
  indicator: [
    'Cible 2024',
    'Key performance indicators',
    'Indicateur(s) et cible(s)',
    'Indicateurs',
    'Indicateur',
    'Indicateurs, cibles',
    'Cible',
    'Livrable',
    'Livrables attendus',
    'Indicator',
    'Target',
    'Indicateurs et cibles',
    'Indicateurs de suivi',
    'Résultats attendus',
  ],
  deadline: [
    'Date d’échéance prévue',
    'Éch.',
    'Échéance',
    'Échéances',
    'ÉCHÉANCIER',
    'Date limite',
    'Deadline',
    'Due',
    'Due date',
    'Échéancier de réalisation',
  ],
  'indicator-and-deadline': [
    'Indicateurs, cibles et échéances',
    'Indicateurs, cibles \net échéances',
    'Indicator and deadline',
    'Cibles / échéances',
  ],
  percent: [
    'Avanc. (%)',
    '% réalisé',
    '% d’avancement au 31 mars 2022',
    'Avancement au 31 mars 2022 (%)',
    'Percent complete',
    '%',
    'Taux',
    '% d’avancement',
    'Taux d’avancement',
    'Progression',
    'Progress',
    'Completion',
    '% complete',
    'Pourcentage de réalisation',
    'Avancement (%)',
    'Avancement',
  ],
  narrative: [
    'Status/Comments',
    'État d’avancement et commentaires',
    'Suivi et commentaires',
    'Progress update',
    'État d’avancement',
    'État d’avancement des mesures au 31 mars 2022',
    'Commentaires',
    'Suivi',
    'Narratif',
    'Status',
    'Comments',
    'State of progress at 31 March 2022',
    'État de situation',
    'Comments as of March 31, 2022',
    'État d\u2019avan\u00adcement\u00a0des mesures',
  ],
  'follow-up': ['Suivi assuré par', 'Follow-up', 'Follow-up by', 'Suivi par'],
  scope: ['Portée de la ligne'],
};

describe('the vocabulary of headings', () => {
  it.each(
    Object.entries(MEANINGS).flatMap(([field, headings]) =>
      headings.map((heading) => [field, heading]),
    ),
  )('%s: %s', (field, heading) => {
    expect(matchHeading(heading)[0]?.field).toBe(field);
  });

  it('knows every field by its own name, which mappings and exports use', () => {
    expect(FIELDS.map((field) => matchHeading(field)[0]?.field)).toEqual([...FIELDS]);
    expect(matchHeading('followUp')[0]?.field).toBe('follow-up');
  });

  it.each([
    'Budget',
    'Coût prévu',
    'Région',
    '',
    ' ',
    '—',
    'Créer un comité',
    'Avancement. '.repeat(20),
  ])('does not know %j', (heading) => {
    expect(matchHeading(heading)).toEqual([]);
  });

  it('gives what may mean two things both meanings', () => {
    const fields = (heading: string) => matchHeading(heading).map(({ field }) => field);
    expect(fields('Avancement')).toEqual(['percent', 'narrative']);
    expect(fields('Mesure')).toEqual(['name', 'number']);
    expect(fields('État d’avancement')).toEqual(['narrative', 'percent']);
  });

  it('takes any text, and names a field once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 150 }), (heading) => {
        const fields = matchHeading(heading).map(({ field }) => field);
        expect(new Set(fields).size).toBe(fields.length);
      }),
    );
  });
});
