import { expect, test } from 'vitest';
import { parsePostmasterPid } from './postmaster-pid.ts';

test.each([
  ['4242\n/données/data\n1763935200\n44175\n\n127.0.0.1\n 5432001 0\nready   \n', 4242, 44175],
  ['4242\n/données/data\n1763935200\n', 4242, null],
  ['4242', 4242, null],
])('reads %j', (text, pid, port) => {
  expect(parsePostmasterPid(text)).toEqual({ pid, port });
});

test.each(['', '\n', 'bonjour\n', '0\n', '-3\n'])('finds nobody in %j', (text) => {
  expect(parsePostmasterPid(text)).toBeNull();
});
