import { restore } from '#platform/workbook/neutralise.ts';
import type { Cell, CellNote } from '../sheet.ts';
import { tidy } from '../text.ts';
import { isDateFormat, serialToIso } from './excel-date.ts';
import { displayNumber, isPercentFormat } from './number-format.ts';
import { unescapeText } from './shared-strings.ts';

/** What the cells of a workbook refer to. */
export interface CellContext {
  strings: readonly string[];
  formats: readonly string[];
  from1904: boolean;
}

/** A cell as the sheet's XML gives it, before anything is looked up. */
export interface RawCell {
  ref: string;
  column: number;
  /** The `t` attribute: s, str, inlineStr, b, e, d, n. */
  type: string;
  style: number;
  formula: boolean;
  /** The `v` element, or null when there is none. */
  stored: string | null;
  inline: string;
}

/**
 * Turns a raw cell into what it shows. A formula gives the value the file stored for it and is
 * never computed.
 *
 * @returns the cell, or a note about why there is nothing to read, or null when it is blank.
 */
export function readCell(raw: RawCell, context: CellContext): Cell | CellNote | null {
  if (raw.formula && raw.stored === null && raw.inline === '') {
    return { ref: raw.ref, problem: 'formula-without-value', detail: '' };
  }
  const stored = raw.stored ?? '';
  switch (raw.type) {
    case 'e':
      return { ref: raw.ref, problem: 'error-value', detail: stored };
    case 's':
      return text(raw, context.strings[Number(stored)] ?? '');
    case 'str':
      return text(raw, unescapeText(stored));
    case 'inlineStr':
      return text(raw, unescapeText(raw.inline));
    case 'b':
      return boolean(raw, stored === '1' || stored === 'true');
    case 'd':
      return { ...base(raw), kind: 'date', value: stored.slice(0, 10), text: stored.slice(0, 10) };
    default:
      return numeric(raw, stored, context);
  }
}

/** @returns whether {@link readCell} gave a note rather than a cell. */
export function isNote(result: Cell | CellNote): result is CellNote {
  return 'problem' in result;
}

function numeric(raw: RawCell, stored: string, context: CellContext): Cell | null {
  if (stored.trim() === '') return null;
  const value = Number(stored);
  if (!Number.isFinite(value)) return text(raw, stored);
  const format = context.formats[raw.style] ?? 'General';
  if (isDateFormat(format)) {
    const iso = serialToIso(value, context.from1904, format);
    if (iso !== null) return { ...base(raw), kind: 'date', value: iso, text: iso };
  }
  const percent = isPercentFormat(format);
  return { ...base(raw), kind: 'number', value, text: displayNumber(value, format), percent };
}

function text(raw: RawCell, value: string): Cell | null {
  const shown = restore(tidy(value));
  return shown === '' ? null : { ...base(raw), kind: 'text', value: shown, text: shown };
}

function boolean(raw: RawCell, value: boolean): Cell {
  return { ...base(raw), kind: 'boolean', value, text: value ? 'VRAI' : 'FAUX' };
}

function base(raw: RawCell): Pick<Cell, 'ref' | 'column' | 'percent'> {
  return { ref: raw.ref, column: raw.column, percent: false };
}
