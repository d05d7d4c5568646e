import { describe, expect, it } from 'vitest';
import { cellLength, cellText } from './cell-text.ts';
import { shareFormat } from './share-format.ts';
import { sheetName } from './sheet-name.ts';
import { xmlText } from './xml-text.ts';

describe('what the XML of an Office file can hold', () => {
  it('leaves no control character, noncharacter or half pair', () => {
    const controls = Array.from({ length: 0x20 }, (_, code) => String.fromCharCode(code)).join('');
    expect(xmlText(`a${controls}b`)).toBe('a\t\n\n\n\nb');
    expect(xmlText('a\u007f\u0085\ufffe\uffff\ufdd0\u{1ffff}b')).toBe('ab');
    expect(xmlText('a\ud800b\udc00')).toBe('a\ufffdb\ufffd');
    expect(xmlText('a\r\nb\u2028c')).toBe('a\nb\nc');
  });

  it('leaves everything else as it is', () => {
    const text = 'Œuvre à 50 % — « ça » 👩🏽‍🔬 שלום مرحبا #$\\<&"';
    expect(xmlText(text)).toBe(text);
  });
});

describe('the text of a cell', () => {
  it('is neutralised once it is as it will be read', () => {
    expect(cellText('\u0000=1+1')).toBe("'=1+1");
    expect(cellText('\u0008@A1')).toBe("'@A1");
  });

  it('keeps what looks like a character code', () => {
    expect(cellText('a_x000D_b_x12')).toBe('a_x005F_x000D_b_x12');
    expect(cellLength('a_x000D_b')).toBe(9);
  });
});

describe('the format of a share', () => {
  it('has decimals only where the share has some', () => {
    expect([0, 0.95, 1, 0.07, 0.125, 1 / 3].map(shareFormat)).toEqual([
      '0 %',
      '0 %',
      '0 %',
      '0 %',
      '0.## %',
      '0.## %',
    ]);
  });
});

describe('the name of a sheet', () => {
  it('is one that Excel accepts', () => {
    expect(sheetName("'Suivi: au [1er/4]'", [], 'Suivi')).toBe('Suivi  au  1er 4');
    expect(sheetName(`${'a'.repeat(30)}😀`, [], 'Suivi')).toBe('a'.repeat(30));
    expect(sheetName('  ?*  ', [], 'Suivi')).toBe('Suivi');
    expect(sheetName('History', [], 'Suivi')).toBe('History (2)');
  });

  it('is never that of another, case aside', () => {
    expect(sheetName('suivi', ['Suivi', 'SUIVI (2)'], 'Suivi')).toBe('suivi (3)');
    const long = 'n'.repeat(40);
    expect(sheetName(long, [sheetName(long, [], 'Suivi')], 'Suivi')).toBe(`${'n'.repeat(27)} (2)`);
  });
});
