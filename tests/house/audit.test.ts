import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';

const { version } = JSON.parse(
  readFileSync(new URL('../../node_modules/hono/package.json', import.meta.url), 'utf8'),
) as { version: string };

const AUDIT = fileURLToPath(new URL('../../bin/audit.mjs', import.meta.url));

const closing: (() => unknown)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** What the command says and ends with, asking a registry of this machine that answers so. */
async function audit(answer: RequestListener): Promise<{ code: number; said: string }> {
  const registry = createServer(answer).listen(0, '127.0.0.1');
  closing.push(() => registry.close());
  await once(registry, 'listening');
  const { port } = registry.address() as AddressInfo;
  // What npm was told before, by others, must not answer in the registry's place.
  const cache = mkdtempSync(join(tmpdir(), 'cache é '));
  closing.push(() => rmSync(cache, { recursive: true, force: true }));
  const env = {
    ...process.env,
    npm_config_registry: `http://127.0.0.1:${port}/`,
    npm_config_cache: cache,
  };
  return new Promise((resolve) => {
    execFile(process.execPath, [AUDIT], { env }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, said: `${stdout}${stderr}` }),
    );
  });
}

/** Tells what is known of Hono, in every version. */
const knows =
  (severity: string): RequestListener =>
  (request, response) => {
    request.resume();
    response.setHeader('content-type', 'application/json');
    if (request.method === 'GET') {
      const name = decodeURIComponent((request.url ?? '').slice(1));
      response.end(
        JSON.stringify({ name, versions: name === 'hono' ? { [version]: { name, version } } : {} }),
      );
      return;
    }
    const advisory = {
      id: 1,
      url: 'https://avis.example/1',
      title: 'Une porte ouverte',
      severity,
      vulnerable_versions: '<99',
      cwe: [],
      cvss: { score: 0, vectorString: null },
    };
    response.end(JSON.stringify({ hono: [advisory] }));
  };

describe('the audit of dependencies', () => {
  test('passes when the registry knows of nothing grave', async () => {
    const { code, said } = await audit(knows('moderate'));
    expect(said).toContain('every licence allowed');
    expect(said).toContain('Aucune faiblesse grave connue.');
    expect(code).toBe(0);
  });

  test('fails on a grave weakness, and says where it is told', async () => {
    const { code, said } = await audit(knows('high'));
    expect(said).toMatch(/^high\thono \*\tUne porte ouverte https:\/\/avis\.example\/1/m);
    expect(said).toMatch(/^1 dépendance\(s\) ont une faiblesse grave connue/m);
    expect(code).toBe(1);
  });

  test('fails, and says so, when the registry has no audits', async () => {
    const { code, said } = await audit((request, response) => {
      request.resume();
      response.writeHead(404).end('{}');
    });
    expect(said).toContain('Les dépendances n’ont pas été vérifiées');
    expect(said).toContain('The dependencies were not checked');
    expect(said).toContain('404 Not Found');
    expect(code).toBe(1);
  });
});
