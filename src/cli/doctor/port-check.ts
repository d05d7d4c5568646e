import { createServer } from 'node:net';
import * as z from 'zod';
import type { Config } from '#platform/config/config.ts';
import { failure, ok } from './check.ts';

const TIMEOUT_MS = 3000;
const health = z.object({ application: z.literal('passerelle') });

/** The system's error code when the address cannot be listened at; null when it can. */
function obstacle(host: string, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve(null)));
  });
}

async function isOurs(baseUrl: string): Promise<boolean> {
  try {
    const answer = await fetch(`${baseUrl}/healthz`, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    return health.safeParse(await answer.json()).success;
  } catch {
    return false;
  }
}

/** Whether the site can listen where it is told to, or does so already. */
export async function checkPort({ host, port }: Pick<Config, 'host' | 'port'>) {
  const code = await obstacle(host, port);
  if (code === null) return ok(`${port} est libre sur ${host}.`);
  const reachable = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  const local = `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`;
  if (code === 'EADDRINUSE') {
    if (await isOurs(local)) return ok(`${port} : Passerelle y est en marche.`);
    return failure(
      `${port} est pris par un autre programme.`,
      'Arrêtez ce programme, ou choisissez un autre port par PORT.',
    );
  }
  if (code === 'EACCES') {
    return failure(
      `ce compte n'a pas le droit d'ouvrir le port ${port}.`,
      'Choisissez un PORT de 1024 ou plus, derrière un serveur mandataire.',
    );
  }
  return failure(`${host} ne peut pas être ouvert (${code}).`, 'Corrigez HOST.');
}
