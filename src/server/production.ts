import { readFile } from 'node:fs/promises';
import { serveStatic } from '@hono/node-server/serve-static';
import type { ServerBuild } from 'react-router';
import { type Config, projectDir } from '#platform/config/config.ts';
import { DomainError } from '#platform/errors/domain-error.ts';
import { type Assembly, assemble } from './assemble.ts';

const BUILD = new URL('../../build/', import.meta.url);

/** The site as built by `npm start`. */
export async function openProduction(url: string, config: Config): Promise<Assembly> {
  const stamp = await readStamp();
  const build: ServerBuild = await import(new URL('server/index.js', BUILD).href);
  return assemble(url, config, {
    build,
    mode: 'production',
    name: stamp.slice(0, 12),
    assets: {
      path: '/assets/*',
      answer: serveStatic({
        root: `${projectDir}/build/client`,
        onFound: (_, c) => c.header('cache-control', 'public, max-age=31536000, immutable'),
      }),
    },
  });
}

/** Written once the build is whole: names the sources of everything that is answered. */
async function readStamp(): Promise<string> {
  try {
    return await readFile(new URL('.passerelle-build', BUILD), 'utf8');
  } catch {
    throw new DomainError(
      'unavailable',
      'Le site n’est pas construit : « npm start » le construit et le sert.',
    );
  }
}
