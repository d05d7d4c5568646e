import type { IParagraphStyleOptions } from 'docx';
import { QUIET, SECONDARY } from './look.ts';
import { bulletOf } from './numbering.ts';
import { STYLES } from './style-ids.ts';

/** Where a group's title and details start when a number stands before them, in twips. */
const NUMBER_WIDTH = 480;

/** The styles of what stands in tables. */
export function tableTextStyles(): IParagraphStyleOptions[] {
  const numbered = { indent: { left: NUMBER_WIDTH } };
  return [
    {
      id: STYLES.tableText,
      name: 'Texte de tableau',
      basedOn: 'Normal',
      quickFormat: true,
      run: { size: 19 },
      paragraph: { spacing: { line: 257, after: 40, lineRule: 'auto' } },
    },
    {
      id: STYLES.tableFigure,
      name: 'Chiffre de tableau',
      basedOn: STYLES.tableText,
      quickFormat: true,
      paragraph: { alignment: 'end' },
    },
    {
      id: STYLES.tableSmall,
      name: 'Petit texte de tableau',
      basedOn: STYLES.tableText,
      quickFormat: true,
      run: { size: 17, color: SECONDARY },
    },
    {
      id: STYLES.smallFigure,
      name: 'Petit chiffre de tableau',
      basedOn: STYLES.tableSmall,
      paragraph: { alignment: 'end' },
    },
    {
      id: STYLES.closeText,
      name: 'Texte serré',
      basedOn: STYLES.tableText,
      run: { size: 16 },
      paragraph: { spacing: { line: 228, after: 0, lineRule: 'auto' } },
    },
    {
      id: STYLES.closeFigure,
      name: 'Chiffre serré',
      basedOn: STYLES.closeText,
      paragraph: { alignment: 'end' },
    },
    {
      id: STYLES.closeSmall,
      name: 'Petit texte serré',
      basedOn: STYLES.closeText,
      run: { size: 14, color: SECONDARY },
    },
    {
      id: STYLES.closeSmallFigure,
      name: 'Petit chiffre serré',
      basedOn: STYLES.closeSmall,
      paragraph: { alignment: 'end' },
    },
    {
      id: STYLES.closeGroupTitle,
      name: 'Titre de groupe serré',
      basedOn: STYLES.groupTitle,
      run: { size: 18 },
      paragraph: {
        keepNext: true,
        keepLines: true,
        spacing: { before: 14, after: 0, line: 232, lineRule: 'auto' },
      },
    },
    {
      id: STYLES.closeGroupAside,
      name: 'Aparté de groupe serré',
      basedOn: STYLES.closeGroupTitle,
      paragraph: { alignment: 'end' },
    },
    {
      id: STYLES.tableBullet,
      name: 'Puce de tableau',
      basedOn: STYLES.tableText,
      quickFormat: true,
      paragraph: { numbering: bulletOf('cell') },
    },
    {
      id: STYLES.columnHeader,
      name: 'En-tête de colonne',
      basedOn: STYLES.tableText,
      run: { size: 17, color: QUIET },
      paragraph: {
        keepNext: true,
        keepLines: true,
        spacing: { line: 240, after: 0, lineRule: 'auto' },
      },
    },
    {
      id: STYLES.figureHeader,
      name: 'En-tête de chiffres',
      basedOn: STYLES.columnHeader,
      paragraph: { alignment: 'end' },
    },
    {
      id: STYLES.groupTitle,
      name: 'Titre de groupe',
      basedOn: STYLES.tableText,
      next: STYLES.groupDetail,
      quickFormat: true,
      run: { size: 21 },
      paragraph: { keepNext: true, keepLines: true, spacing: { before: 60, after: 20 } },
    },
    {
      id: STYLES.numberedGroupTitle,
      name: 'Titre de groupe numéroté',
      basedOn: STYLES.groupTitle,
      next: STYLES.numberedGroupDetail,
      quickFormat: true,
      paragraph: { indent: { left: NUMBER_WIDTH, hanging: NUMBER_WIDTH } },
    },
    {
      id: STYLES.groupAside,
      name: 'Aparté de groupe',
      basedOn: STYLES.groupTitle,
      paragraph: { alignment: 'end' },
    },
    {
      id: STYLES.groupDetail,
      name: 'Détail de groupe',
      basedOn: STYLES.tableText,
      run: { size: 17, color: SECONDARY },
      paragraph: {
        keepNext: true,
        keepLines: true,
        spacing: { line: 245, after: 10, lineRule: 'auto' },
      },
    },
    {
      id: STYLES.numberedGroupDetail,
      name: 'Détail de groupe numéroté',
      basedOn: STYLES.groupDetail,
      paragraph: numbered,
    },
    {
      id: STYLES.tableCaption,
      name: 'Légende de tableau',
      basedOn: STYLES.caption,
      paragraph: { spacing: { before: 240, after: 100 } },
    },
    {
      id: STYLES.afterTable,
      name: 'Après un tableau',
      basedOn: 'Normal',
      run: { size: 2 },
      paragraph: { spacing: { line: 20, lineRule: 'exact', after: 220 } },
    },
  ];
}
