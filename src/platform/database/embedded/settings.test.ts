import { expect, test } from 'vitest';
import { serverOptions } from './settings.ts';

const port = 44175;

test('listens on this machine only, by TCP only', () => {
  const options = serverOptions({ port, fsync: true });
  expect(options).toContain('-c port=44175 ');
  expect(options).toContain('-c listen_addresses=127.0.0.1 ');
  expect(options).toContain('-c unix_socket_directories= ');
});

test('keeps the data of failed statements out of its log', () => {
  const options = serverOptions({ port, fsync: true });
  expect(options).toContain('-c log_min_error_statement=panic ');
  expect(options).toContain('-c log_error_verbosity=terse ');
});

test('gives up safety on disk only where it is asked to', () => {
  expect(serverOptions({ port, fsync: true })).not.toMatch(/fsync|synchronous_commit|full_page/);
  expect(serverOptions({ port, fsync: false })).toContain('-c fsync=off');
});

test('has nothing a shell would take for its own', () => {
  expect(serverOptions({ port, fsync: false })).toMatch(/^[\w=.\- ]+$/);
});
