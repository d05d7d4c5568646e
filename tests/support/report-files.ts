import { spawnSync } from 'node:child_process';
import ExcelJS from 'exceljs';
import { parseHTML } from 'linkedom';
import mammoth from 'mammoth';
import type { DocumentFormat } from '#documents/rendering/formats.ts';
import { displayPercent } from '#modules/plan/rules/roll-up.ts';

/** What is read in each format, as plain text. */
export const READ: Readonly<Record<DocumentFormat, (bytes: Buffer) => Promise<string> | string>> = {
  pdf: (bytes) => {
    const program = process.env['PDFTOTEXT'] ?? '/usr/bin/pdftotext';
    const { stdout, status } = spawnSync(program, ['-raw', '-', '-'], {
      input: bytes,
      maxBuffer: 64 * 1024 * 1024,
    });
    if (status !== 0) throw new Error(`${program} ended with ${status}`);
    return stdout.toString('utf8');
  },
  docx: async (buffer) => textOfHtml((await mammoth.convertToHtml({ buffer })).value),
  html: (bytes) => textOfHtml(bytes.toString('utf8')),
  xlsx: async (bytes) => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(new Uint8Array(bytes).buffer);
    return workbook.worksheets.map(sheetText).join('\n');
  },
  json: (bytes) => textsIn(JSON.parse(bytes.toString('utf8'))).join('\n'),
};
export const FORMATS = Object.keys(READ) as DocumentFormat[];

function textOfHtml(html: string): string {
  const { document } = parseHTML(html.startsWith('<!doctype') ? html : `<body>${html}</body>`);
  for (const style of document.querySelectorAll('style')) style.remove();
  return document.documentElement.textContent ?? '';
}

/** Cells row by row, those of a merged row once, percentages as they are shown. */
function sheetText(sheet: ExcelJS.Worksheet): string {
  const lines: string[] = [];
  sheet.eachRow((row) => {
    row.eachCell((cell) => {
      if (cell.isMerged && cell.master !== cell) return;
      lines.push(
        typeof cell.value === 'number' ? `${displayPercent(cell.value)} %` : String(cell.text),
      );
    });
  });
  return lines.join('\n');
}

/** Every `text` and label of a tree, in order. */
function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    typeof inner === 'string' && ['text', 'label', 'caption', 'number'].includes(name)
      ? [inner]
      : textsIn(inner),
  );
}

/** Without spaces, nor the hyphens and invisible signs that a line may end with: what words remain. */
export function bare(text: string): string {
  return text.normalize('NFC').replace(/[\s\u00AD\u200B\u200E\u200F\u2060\u2010-]+/gu, '');
}
