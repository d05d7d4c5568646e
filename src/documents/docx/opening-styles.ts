import type { IParagraphStyleOptions } from 'docx';
import { INK, SECONDARY, SERIF, TONES } from './look.ts';
import { STYLES } from './style-ids.ts';

/** The styles of the cover. @param accent `RRGGBB` */
export function coverStyles(accent: string): IParagraphStyleOptions[] {
  return [
    {
      id: STYLES.logo,
      name: 'Logo',
      basedOn: 'Normal',
      paragraph: { spacing: { line: 240, lineRule: 'auto' } },
    },
    {
      id: STYLES.subject,
      name: 'Organisme',
      basedOn: 'Normal',
      next: STYLES.title,
      run: { size: 26, bold: true, color: accent },
      paragraph: { spacing: { after: 160 }, keepLines: true },
    },
    {
      id: STYLES.subtitle,
      name: 'Subtitle',
      basedOn: 'Normal',
      next: STYLES.date,
      quickFormat: true,
      run: { font: SERIF, size: 36, color: SECONDARY },
      paragraph: { spacing: { line: 264, after: 120, lineRule: 'auto' }, keepLines: true },
    },
    {
      id: STYLES.date,
      name: 'Date',
      basedOn: 'Normal',
      run: { size: 26, color: INK },
      paragraph: {
        spacing: { before: 480, after: 80 },
        border: { top: { style: 'single', size: 18, space: 14, color: accent } },
      },
    },
    {
      id: STYLES.draft,
      name: 'Mention de projet',
      basedOn: 'Normal',
      run: { size: 26, bold: true, color: TONES.due },
      paragraph: { spacing: { after: 80 } },
    },
    {
      id: STYLES.colophon,
      name: 'Colophon',
      basedOn: 'Normal',
      run: { size: 18, color: SECONDARY },
      paragraph: { spacing: { line: 264, after: 40, lineRule: 'auto' }, keepLines: true },
    },
  ];
}

/** The styles of the table of contents. @param width of its text, in twips: page numbers end there */
export function contentsStyles(width: number): IParagraphStyleOptions[] {
  const entry = (level: 1 | 2 | 3): IParagraphStyleOptions => ({
    id: `TOC${level}`,
    name: `toc ${level}`,
    basedOn: 'Normal',
    next: 'Normal',
    uiPriority: 39,
    run: level === 1 ? { bold: true } : { color: level === 2 ? INK : SECONDARY },
    paragraph: {
      rightTabStop: width,
      keepNext: level === 1,
      indent: { left: [0, 280, 560][level - 1] ?? 0, right: 800 },
      spacing: { before: level === 1 ? 140 : 0, after: 30 },
    },
  });
  return [
    {
      id: STYLES.contentsTitle,
      name: 'TOC Heading',
      basedOn: 'Normal',
      next: STYLES.body,
      uiPriority: 39,
      run: { font: SERIF, size: 40, bold: true },
      paragraph: {
        keepNext: true,
        spacing: { before: 260, after: 200, line: 252, lineRule: 'auto' },
      },
    },
    entry(1),
    entry(2),
    entry(3),
  ];
}
