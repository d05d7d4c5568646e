import type { Change } from '#platform/audit/record-event.ts';
import type {
  FieldChange,
  LineChange,
  MeasureChange,
  PlanDifference,
} from '../change/difference.ts';

/** More than this is counted, not told: the statements and the versions themselves are all kept. */
const MOST_RECORDED = 200;

/** In characters, of one text. */
const LONGEST = 2000;

/**
 * What an import changed of what was there, as the record keeps it: "measures.12.deadline". What it
 * added or withdrew is in its counts.
 */
export function recordedChanges({ themes, measures }: PlanDifference): Change[] {
  const ofThemes = themes.flatMap(({ kind, pair, changes }) =>
    kind === 'changed' ? changesOf(`themes.${pair.current?.number}`, changes) : [],
  );
  const ofMeasures = measures.flatMap((measure) =>
    measure.kind === 'changed' ? measureChanges(measure) : [],
  );
  return [...ofThemes, ...ofMeasures].slice(0, MOST_RECORDED);
}

function measureChanges({ pair, changes, lines }: MeasureChange): Change[] {
  const number = pair.current?.number ?? '';
  const nameOf = ({ pair: { current }, position }: LineChange) =>
    lines.length === 1
      ? `measures.${number}`
      : `lines.${number} · ${current?.line.label ?? current?.indicator?.label ?? position + 1}`;
  return [
    ...changesOf(`measures.${number}`, changes),
    ...lines
      .filter(({ kind }) => kind === 'changed')
      .flatMap((line) =>
        changesOf(nameOf(line), [
          ...line.indicatorChanges,
          ...line.lineChanges,
          ...line.statementChanges,
        ]),
      ),
  ];
}

function changesOf(of: string, changes: readonly FieldChange[]): Change[] {
  return changes.map(({ field, before, after }) => ({
    field: `${of}.${field.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}`,
    before: recordedValue(field, before),
    after: recordedValue(field, after),
  }));
}

function recordedValue(field: string, value: string | null): Change['before'] {
  if (value === null) return null;
  if (field === 'stated') return Number(value);
  if (field === 'expected') return value === 'true';
  return value.slice(0, LONGEST);
}
