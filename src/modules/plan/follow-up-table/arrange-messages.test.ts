import { describe, expect, it } from 'vitest';
import { arrangeMessages } from './arrange-messages.ts';
import type { Message } from './table.ts';

function message(severity: Message['severity'], code: string, cell: string): Message {
  return { severity, code, sheet: 'Suivi', cell, text: cell };
}

describe('the order and number of messages', () => {
  it('puts errors first, then warnings, each kind in the order of the file', () => {
    const given = [
      message('info', 'a', 'A1'),
      message('error', 'b', 'B2'),
      message('warning', 'c', 'C3'),
      message('error', 'd', 'D4'),
    ];
    expect(arrangeMessages(given).map(({ cell }) => cell)).toEqual(['B2', 'D4', 'C3', 'A1']);
  });

  it('shows two hundred of a kind, and says how many more there are', () => {
    const many = Array.from({ length: 1234 }, (_, index) => message('warning', 'w', `H${index}`));
    const arranged = arrangeMessages([...many, message('info', 'i', 'A1')]);
    expect(arranged).toHaveLength(202);
    expect(arranged[200]).toMatchObject({ severity: 'warning', code: 'w', cell: 'H0' });
    expect(arranged[200]?.text).toContain('1034 autres');
  });
});
