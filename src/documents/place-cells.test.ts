import { describe, expect, it } from 'vitest';
import { placeCells } from './place-cells.ts';
import { cell } from './testing/sample-document.ts';

describe('the columns of cells', () => {
  it('are those left by the cells that stand in several rows', () => {
    const tall = cell('haut', { rowSpan: 2 });
    const [first, second, third] = placeCells(
      [[cell('a'), tall], [cell('b')], [cell('c'), cell('d')]],
      2,
    );
    expect(first?.map(({ kind }) => kind)).toEqual(['cell', 'cell']);
    expect(first?.[1]).toMatchObject({ rows: 2 });
    expect(second?.map(({ kind }) => kind)).toEqual(['cell', 'continued']);
    expect(second?.[1]).toMatchObject({ cell: tall });
    expect(third?.map(({ kind }) => kind)).toEqual(['cell', 'cell']);
  });

  it('stay empty where a row is short, and end with their group', () => {
    const [row] = placeCells([[cell('seul', { rowSpan: 9 })]], 2);
    expect(row).toMatchObject([{ kind: 'cell', rows: 1 }, { kind: 'empty' }]);
  });

  it('refuses a row that does not fit', () => {
    expect(() => placeCells([[cell('a'), cell('b')]], 1)).toThrow('more cells');
  });
});
