import type { Cell } from '../sheet.ts';
import type { At } from '../table.ts';
import { oneLine } from '../text.ts';
import type { FieldRow } from './rows.ts';

/** The texts of one row, each as the table keeps it; `null` is blank. */
export interface RowTexts {
  number: string | null;
  name: string | null;
  theme: string | null;
  lead: string | null;
  collaborators: string | null;
  followUp: string | null;
  indicator: string | null;
  deadline: string | null;
  narrative: string | null;
  /** More than one indicator seems to stand in the cell. */
  crowded: boolean;
}

/** Reads the texts of a row, taking columns that hold two things apart. */
export function rowTexts({ fields }: FieldRow): RowTexts {
  const people = splitPeople(fields['lead-and-collaborators']);
  const promise = splitIndicator(fields['indicator-and-deadline']);
  return {
    number: fields.number ? cleanNumber(fields.number.text) : null,
    name: line(fields.name),
    // A dash there says "no theme", where a blank means "as above".
    theme: fields.theme ? oneLine(fields.theme.text) : null,
    lead: block(fields.lead) ?? people.lead,
    collaborators: block(fields.collaborators) ?? people.collaborators,
    followUp: line(fields['follow-up']),
    indicator: withTarget(
      linked(fields.indicator) ?? promise.label,
      block(fields['indicator-target']),
    ),
    deadline: line(fields.deadline) ?? promise.deadline,
    narrative: linked(fields.narrative),
    crowded: promise.crowded,
  };
}

export function at(sheet: string, cell: Cell): At {
  return { sheet, cell: cell.ref };
}

/** `Mesure 3`, `no 3`, `3.` and `3)` are all number 3; `2a` and `1.10` stay as they are. */
function cleanNumber(text: string): string {
  const number = oneLine(text);
  const bare =
    /^(?:(?:mesure|measure|action|num[ée]ro|n[o°º]|#)\.?\s*)?(?:n[o°º]\.?\s*)?(.*?)\s*[.):]*$/i.exec(
      number,
    );
  return bare?.[1] || number;
}

function line(cell: Cell | undefined): string | null {
  return cell && !isDash(cell) ? oneLine(cell.text) : null;
}

function block(cell: Cell | undefined): string | null {
  return cell && !isDash(cell) ? cell.text : null;
}

/** A dash alone in its cell is how people write that there is nothing to write. */
function isDash({ text }: Cell): boolean {
  return /^[-–—]+$/.test(text);
}

/** A text with the address behind it in parentheses, unless the text already shows it. */
function linked(cell: Cell | undefined): string | null {
  if (!cell || isDash(cell)) return null;
  return cell.link && !cell.text.includes(cell.link) ? `${cell.text} (${cell.link})` : cell.text;
}

/** An indicator and the target of its own column make one: `Places créées (cible : 100)`. */
function withTarget(indicator: string | null, target: string | null): string | null {
  if (indicator === null || target === null) return indicator ?? target;
  return `${indicator} (cible : ${target})`;
}

/** The lead first, then a blank line, then the collaborators. */
function splitPeople(cell: Cell | undefined): {
  lead: string | null;
  collaborators: string | null;
} {
  const [lead, ...rest] = (cell?.text ?? '').split(/\n\s*\n/);
  return { lead: lead?.trim() || null, collaborators: rest.join('\n').trim() || null };
}

const DEADLINE_LIKE =
  /\b(?:19|20)\d\d\b|\ben continu\b|\bcontinu\b|\bongoing\b|\bcontinuous\b|\bannuel|\bchaque année\b/i;
const BULLET = /^[•▪◦‣·*-]\s*/;

/** The indicator first, then its deadline on the last line, often behind a bullet. */
function splitIndicator(cell: Cell | undefined): {
  label: string | null;
  deadline: string | null;
  crowded: boolean;
} {
  const lines = (cell?.text ?? '').split('\n').map((one) => one.trim());
  const last = lines.at(-1) ?? '';
  const deadlines = lines.slice(1).filter((one) => DEADLINE_LIKE.test(one) && one.length < 60);
  const whole = cell?.text ?? null;
  if (deadlines.length !== 1 || deadlines[0] !== last) {
    return { label: whole, deadline: null, crowded: deadlines.length > 1 };
  }
  const label = lines.slice(0, -1).join('\n').trim();
  return { label, deadline: last.replace(BULLET, ''), crowded: false };
}
