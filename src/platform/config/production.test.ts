import { describe, expect, test } from 'vitest';
import { loadConfig } from './config.ts';
import { demandServable, isProduction } from './production.ts';

describe('other people depend on a site', () => {
  test.each<[string, Record<string, string>, boolean]>([
    ['with nothing said', {}, false],
    ['on another port and loopback address', { HOST: '::1', PORT: '8080' }, false],
    ['with a database of the operator’s', { DATABASE_URL: 'postgres://localhost/x' }, true],
    ['that listens on every address', { HOST: '0.0.0.0' }, true],
    ['known by another name', { PASSERELLE_BASE_URL: 'http://plan.local' }, true],
    ['served encrypted, be it here', { PASSERELLE_BASE_URL: 'https://localhost' }, true],
  ])('%s: %j', (_name, env, expected) => {
    expect(isProduction(loadConfig(env))).toBe(expected);
  });
});

describe('a site is served', () => {
  const demand = (env: Record<string, string>) => () => demandServable(loadConfig(env));
  const secret = { PASSERELLE_SECRET: '0123456789abcdef0123456789abcdef' };
  const plain = { ...secret, PASSERELLE_BASE_URL: 'http://passerelle.exemple.ca' };

  test('on one’s own machine with nothing said, elsewhere with a secret and encrypted', () => {
    expect(demand({})).not.toThrow();
    expect(
      demand({ ...secret, PASSERELLE_BASE_URL: 'https://passerelle.exemple.ca' }),
    ).not.toThrow();
  });

  test('without a secret, to nobody else', () => {
    expect(demand({ PASSERELLE_BASE_URL: 'https://passerelle.exemple.ca' })).toThrow(
      /^PASSERELLE_SECRET manque : .*PASSERELLE_SECRET_FILE\.$/,
    );
  });

  test('in the clear elsewhere only when the operator insists', () => {
    expect(demand(plain)).toThrow(
      /^L’adresse du site, http:\/\/passerelle\.exemple\.ca, n’est pas chiffrée : .*PASSERELLE_BASE_URL.*PASSERELLE_INSECURE=1/,
    );
    expect(demand({ ...plain, PASSERELLE_INSECURE: '1' })).not.toThrow();
  });

  test('and everything that is missing is said at once', () => {
    expect(demand({ PASSERELLE_BASE_URL: plain.PASSERELLE_BASE_URL })).toThrow(
      /^PASSERELLE_SECRET manque .*\nL’adresse du site/,
    );
  });
});
