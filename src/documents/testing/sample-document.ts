import type { Block, Cell, Document, Inline, Paragraph, Table, Text } from '../document.ts';

/** A run of text. */
export function words(text: string): Text {
  return { kind: 'text', text };
}

export function paragraph(...content: readonly (Inline | string)[]): Paragraph {
  return {
    kind: 'paragraph',
    role: 'body',
    content: content.map((inline) => (typeof inline === 'string' ? words(inline) : inline)),
  };
}

export function cell(text: string, more: Partial<Cell> = {}): Cell {
  return { content: [paragraph(text)], ...more };
}

export const SHAPE =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-8 -8 16 16"><path class="s-late" fill="#b3261e" d="M0-6.5 7 5.5H-7z"/></svg>';

export const CHART =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 60" font-family="Source Sans 3, sans-serif" font-size="10"><text class="ink" fill="#16202e" x="0" y="20">Information</text><rect class="bar" fill="#4176a8" x="100" y="8" width="200" height="16"/><text class="ink" fill="#16202e" x="306" y="20">50 %</text></svg>';

/** The lines of two measures, grouped, as a follow-up table has them. */
export const followUpTable: Table = {
  kind: 'table',
  caption: '1. Information',
  captioned: false,
  columns: [
    { header: [{ kind: 'text', text: 'Indicateurs, cibles' }], width: 3, align: 'start' },
    {
      header: [{ kind: 'text', text: 'Échéances' }],
      width: 2,
      align: 'start',
      sheet: ['Échéances', 'Où en est l’échéance'],
    },
    { header: [{ kind: 'text', text: '%' }], width: 1, align: 'end' },
    { header: [{ kind: 'text', text: 'État d’avancement' }], width: 6, align: 'start' },
  ],
  groups: [
    {
      header: {
        number: '3',
        title: [words('Informer les PFÉ des conditions d’admission')],
        aside: [],
        details: [
          { label: 'M/O en charge', content: [{ kind: 'text', text: 'BCI' }] },
          { label: 'M/O collaborateurs', content: [{ kind: 'text', text: 'Q2, CIQ' }] },
        ],
        values: ['3', 'Informer les PFÉ des conditions d’admission', 'BCI', 'Q2, CIQ'],
      },
      rows: [
        [
          cell('Information à jour sur les sites Web'),
          {
            content: [
              {
                kind: 'paragraph',
                role: 'body',
                content: [
                  { kind: 'graphic', svg: SHAPE, width: 8, height: 8, alt: null },
                  { kind: 'text', text: ' 2020-2021 (2 ans), dépassée de 12 mois', tone: 'late' },
                ],
              },
            ],
            values: ['2020-2021 (2 ans)', 'dépassée de 12 mois'],
          },
          cell('95 %', { values: [{ share: 0.95 }] }),
          {
            content: [
              paragraph('Sur 17 établissements, 14 ont répondu : 311 programmes sur 329.'),
              {
                kind: 'list',
                items: [[words('une grille remplie')], [words('des pages mises à jour')]],
              },
            ],
          },
        ],
      ],
    },
    {
      header: {
        number: '4',
        title: [words('Informer les PFÉ des trajectoires avec stage')],
        aside: [{ kind: 'text', text: 'suivi inconnu', tone: 'quiet' }],
        details: [{ label: 'M/O en charge', content: [{ kind: 'text', text: 'MSSS' }] }],
        values: ['4', 'Informer les PFÉ des trajectoires avec stage', 'MSSS', null],
      },
      rows: [
        [
          cell('Liste des titres d’emploi'),
          cell('31 mars 2022', { values: ['31 mars 2022', 'atteinte'] }),
          cell('100 %', { values: [{ share: 1 }] }),
          cell('Liste faite.'),
        ],
        [
          cell('Schématisation de trajectoire'),
          cell('Été 2022', { values: ['Été 2022', 'à venir'] }),
          cell('pas de donnée', { values: [null] }),
          cell(''),
        ],
      ],
    },
  ],
  sheet: {
    name: 'Suivi',
    groupSheet: ['Numéro', 'Nom de la mesure', 'M/O en charge', 'M/O collaborateurs'],
    section: '1. Information',
  },
};

/** Numbers by theme: a plain table with row headers, that no workbook needs. */
export const plainTable: Table = {
  kind: 'table',
  caption: 'Avancement par thème',
  captioned: true,
  columns: [
    { header: [{ kind: 'text', text: 'Thème' }], width: 3, align: 'start' },
    { header: [{ kind: 'text', text: 'Avancement' }], width: 1, align: 'end' },
  ],
  groups: [
    {
      header: null,
      rows: [
        [cell('Information', { rowHeader: true }), cell('50 %')],
        [cell('Reconnaissance', { rowHeader: true }), cell('36 %')],
      ],
    },
  ],
  sheet: null,
};

/** A document that has one of everything; `blocks` stand at the end of its first section. */
export function sampleDocument(
  blocks: readonly Block[] = [],
  changes: Partial<Document> = {},
): Document {
  return {
    language: 'fr',
    title: 'Rapport annuel 2021-2022',
    subtitle: 'Plan d’action 2019-2024',
    publisher: 'Office des essais',
    body: 'Pôle des essais',
    dateline: 'Au 31 mars 2022',
    draft: 'Projet',
    colophon: [
      [
        { kind: 'text', text: 'En ligne : ' },
        {
          kind: 'link',
          text: 'passerelle.example/rapport',
          href: 'https://passerelle.example/rapport',
        },
      ],
    ],
    marks: {
      accent: '#095797',
      logo: { svg: SHAPE, ratio: 1, alt: 'Pôle des essais' },
    },
    runningHead: 'Pôle des essais · Rapport annuel 2021-2022',
    words: {
      contents: 'Table des matières',
      page: 'Page {page} de {pages}',
      figure: 'Figure {number}',
      table: 'Tableau {number}',
      figureData: 'Les chiffres de la figure',
      notes: 'Notes',
      about: 'À propos',
      noteBack: 'Retour à l’appel de la note {number}',
    },
    sections: [
      {
        orientation: 'portrait',
        blocks: [
          { kind: 'contents' },
          { kind: 'heading', level: 1, id: 'message', content: [words('Mot de la présidence')] },
          {
            kind: 'paragraph',
            role: 'lede',
            content: [
              words('Les mesures '),
              { kind: 'text', text: 'avancent', strong: true },
              words('.'),
            ],
          },
          paragraph(
            'Un texte avec une note',
            { kind: 'note', content: [{ kind: 'text', text: 'La note, au pied de la page.' }] },
            ', et un lien : ',
            { kind: 'link', text: 'https://example.org', href: 'https://example.org' },
            '.',
          ),
          {
            kind: 'paragraph',
            role: 'missing',
            content: [words('Texte manquant : partenariat')],
          },
          { kind: 'heading', level: 2, id: 'pouvoirs', content: [words('Pouvoirs')] },
          { kind: 'list', items: [[words('un premier')], [words('un second')]] },
          plainTable,
          {
            kind: 'figure',
            svg: CHART,
            width: 400,
            height: 60,
            alt: 'Information : 50 %.',
            caption: 'Avancement par thème',
            data: { ...plainTable, caption: 'Les chiffres par thème', captioned: false },
          },
          ...blocks,
        ],
      },
      {
        orientation: 'landscape',
        blocks: [
          { kind: 'heading', level: 1, id: 'suivi', content: [words('Suivi des mesures')] },
          { kind: 'heading', level: 2, id: 'theme-1', content: [words('1. Information')] },
          followUpTable,
        ],
      },
    ],
    ...changes,
  };
}
