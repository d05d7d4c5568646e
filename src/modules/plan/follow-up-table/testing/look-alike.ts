import { type TestSheet, workbookOf } from './workbook.ts';

/**
 * A follow-up workbook with every habit the importer must know: title rows, merged theme rows, a
 * theme column, continuation rows left blank, one figure for several indicators, files under an
 * indicator, a second sheet of objectives. Its plan is made up.
 */
const LOOK_ALIKE: Readonly<Record<string, TestSheet>> = {
  'Suivi au 30 juin 2024': {
    merges: ['A1:I1', 'A2:I2', 'A5:I5', 'A9:I9', 'A13:I13'],
    formats: { H7: '0 %', H8: '0 %', H10: '0 %', H12: '0 %', H14: '0 %' },
    rows: [
      ['Plan d’action 2023-2026 de la Table du littoral'],
      ['État d’avancement des mesures au 30 juin 2024'],
      [],
      [
        'Numéro',
        'Thème',
        'Nom de la mesure',
        'M/O en charge',
        'M/O collaborateurs',
        'Indicateurs, cibles',
        'Échéances',
        '%',
        'État d’avancement des mesures au 30 juin 2024',
      ],
      ['0. Mesures transversales'],
      [
        1,
        '0. Mesures transversales',
        'Répondre aux situations urgentes.',
        'Régie du littoral',
        'Tous les partenaires',
        'Situations réglées',
        'En continu',
        null,
        'Deux situations ont été signalées.',
      ],
      [
        null,
        null,
        null,
        null,
        null,
        'Quai nord',
        null,
        0.5,
        'Les travaux avancent :\n• plans;\n• devis.',
      ],
      [null, null, null, null, null, 'Quai sud', null, 0.15, null],
      ['1. Milieux naturels'],
      [
        '2a',
        '1. Milieux naturels',
        'Restaurer les marais (phase 1).',
        'MEL (côtier)',
        'ABC-DEF-Fédération des ports-GHI',
        'Plan de restauration',
        'Automne 2023',
        0,
        'Rien n’est commencé.',
      ],
      [null, null, null, null, null, 'Entente signée', 'Juin 2026', null, null],
      [
        '2b',
        '1. Milieux naturels',
        'Suivre les oiseaux.',
        'ABC',
        null,
        'Portrait annuel',
        '31 mars 2025',
        1,
        null,
      ],
      ['2. Accès au fleuve (suite)'],
      [
        '10',
        '2. Accès au fleuve (suite)',
        'Ouvrir des sentiers.',
        'Fédération des ports',
        'ABC, Régie du littoral',
        'Trois sentiers ouverts',
        '2025',
        0.33,
        'Un sentier est ouvert.',
      ],
    ],
  },
  'Thèmes et objectifs': {
    rows: [
      ['Thème', 'Objectif'],
      ['1. Milieux naturels', 'Garder le littoral vivant'],
      ['2. Accès au fleuve', 'Rendre le fleuve à ceux qui le longent'],
    ],
  },
};

export async function lookAlikeWorkbook(): Promise<Buffer> {
  return workbookOf(LOOK_ALIKE);
}
