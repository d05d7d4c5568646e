import type { IParagraphStyleOptions } from 'docx';
import { HAIRLINE, QUIET, SECONDARY, SERIF, TONES } from './look.ts';
import { bulletOf } from './numbering.ts';
import { STYLES } from './style-ids.ts';

/** The styles of what stands on pages. @param accent `RRGGBB` */
export function pageStyles(accent: string): IParagraphStyleOptions[] {
  return [
    {
      id: STYLES.body,
      name: 'Body Text',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { spacing: { after: 140 } },
    },
    {
      id: STYLES.lede,
      name: 'Chapeau',
      basedOn: 'Normal',
      next: STYLES.body,
      quickFormat: true,
      run: { font: SERIF, size: 25 },
      paragraph: { spacing: { line: 293, after: 180, lineRule: 'auto' } },
    },
    {
      id: STYLES.small,
      name: 'Petit texte',
      basedOn: 'Normal',
      quickFormat: true,
      run: { size: 18, color: SECONDARY },
      paragraph: { spacing: { line: 252, after: 120, lineRule: 'auto' } },
    },
    {
      id: STYLES.missing,
      name: 'Texte manquant',
      basedOn: 'Normal',
      next: STYLES.body,
      quickFormat: true,
      run: { italics: true, color: TONES.due },
      paragraph: {
        spacing: { before: 60, after: 160 },
        indent: { left: 200 },
        border: { left: { style: 'single', size: 18, space: 8, color: TONES.due } },
      },
    },
    {
      id: STYLES.signature,
      name: 'Signature',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { spacing: { before: 320, after: 240 }, keepLines: true },
    },
    {
      id: STYLES.bullet,
      name: 'List Bullet',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { numbering: bulletOf('page'), spacing: { after: 140 }, contextualSpacing: true },
    },
    {
      id: STYLES.figure,
      name: 'Figure',
      basedOn: 'Normal',
      next: STYLES.caption,
      paragraph: {
        keepNext: true,
        spacing: { before: 200, after: 60, line: 240, lineRule: 'auto' },
      },
    },
    {
      id: STYLES.runningHead,
      name: 'header',
      basedOn: 'Normal',
      run: { size: 17, color: QUIET },
      paragraph: { border: { bottom: { style: 'single', size: 4, space: 5, color: HAIRLINE } } },
    },
    {
      id: STYLES.pageNumber,
      name: 'footer',
      basedOn: 'Normal',
      run: { size: 17, color: QUIET },
      paragraph: { alignment: 'end' },
    },
    {
      id: STYLES.dataTitle,
      name: 'Titre de données',
      basedOn: 'Normal',
      next: STYLES.tableText,
      run: { size: 18, bold: true, color: accent },
      paragraph: { keepNext: true, spacing: { before: 120, after: 80 } },
    },
  ];
}
