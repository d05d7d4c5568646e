import { describe, expect, test } from 'vitest';
import { isLoopback, loadConfig } from './config.ts';

describe('the configuration', () => {
  test('has a default for everything', () => {
    const { dataDir, ...rest } = loadConfig({});
    expect(dataDir).toMatch(/[/\\]var$/);
    expect(rest).toEqual({
      port: 3000,
      host: 'localhost',
      databaseUrl: null,
      openCoordination: false,
      english: true,
      smtpUrl: null,
      baseUrl: 'http://localhost:3000',
    });
  });

  test('reads every variable, spaces and empty values aside', () => {
    const read = loadConfig(
      {
        PORT: ' 8080 ',
        HOST: '127.0.0.1',
        DATABASE_URL: 'postgres://u:p@db:5432/passerelle',
        PASSERELLE_DATA_DIR: 'données à moi',
        PASSERELLE_OPEN_COORDINATION: 'Oui',
        PASSERELLE_ENGLISH: 'non',
        SMTP_URL: '',
        PASSERELLE_BASE_URL: 'https://passerelle.exemple.ca/',
      },
      '/srv',
    );
    expect(read).toEqual({
      port: 8080,
      host: '127.0.0.1',
      databaseUrl: 'postgres://u:p@db:5432/passerelle',
      dataDir: '/srv/données à moi',
      openCoordination: true,
      english: false,
      smtpUrl: null,
      baseUrl: 'https://passerelle.exemple.ca',
    });
  });

  test.each([
    ['PORT', '65536'],
    ['PORT', '80 80'],
    ['PORT', '-1'],
    ['HOST', 'http://localhost'],
    ['DATABASE_URL', 'mysql://localhost/x'],
    ['DATABASE_URL', 'localhost'],
    ['PASSERELLE_OPEN_COORDINATION', 'peut-être'],
    ['PASSERELLE_ENGLISH', '2'],
    ['SMTP_URL', 'mailto:a@b.ca'],
    ['PASSERELLE_BASE_URL', 'passerelle.exemple.ca'],
  ])('refuses %s=%s, naming it and what it accepts', (name, value) => {
    expect(() => loadConfig({ [name]: value })).toThrow(
      new RegExp(`^${name} n'est pas valable ; acceptée?s? : `),
    );
  });

  test('names every variable that is wrong, one a line', () => {
    expect(() => loadConfig({ PORT: 'x', SMTP_URL: 'y' })).toThrow(/^PORT .*\nSMTP_URL .*$/);
  });

  test('never opens the coordination beyond this machine', () => {
    const open = { PASSERELLE_OPEN_COORDINATION: '1' };
    expect(() => loadConfig({ ...open, HOST: '0.0.0.0' })).toThrow('PASSERELLE_OPEN_COORDINATION');
    expect(loadConfig({ ...open, HOST: '::1' }).openCoordination).toBe(true);
  });

  test.each([
    ['0.0.0.0', 'http://localhost:3000'],
    ['::', 'http://localhost:3000'],
    ['::1', 'http://[::1]:3000'],
    ['plan.local', 'http://plan.local:3000'],
  ])('listening on %s, is reached at %s', (host, address) => {
    expect(loadConfig({ HOST: host }).baseUrl).toBe(address);
  });

  test('knows what only this machine can reach', () => {
    expect(['localhost', '127.0.0.1', '127.1.2.3', '::1'].filter(isLoopback)).toHaveLength(4);
    expect(['0.0.0.0', '::', '10.0.0.1', '127.exemple.ca'].some(isLoopback)).toBe(false);
  });
});
