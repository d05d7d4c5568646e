import * as z from 'zod';
import { CLIENT_PATH } from '../../../server/health.ts';

const TIMEOUT_MS = 10_000;

/** An address kept for documentation (RFC 5737): nobody asks anything from there. */
export const CLAIMED = '192.0.2.1';

/** What a running site shows to whoever asks. */
export interface SiteAnswers {
  readonly home: Response;
  readonly signIn: Response;
  /** How many addresses the proxies added on the way. */
  readonly forwarded: number;
  /** Where the site thinks a visitor is who claims to be elsewhere. */
  readonly believed: string | null;
}

const clientSchema = z.object({ client: z.string().nullable(), forwarded: z.number() });

/**
 * Asks the site at its own address, and no other: redirections are not followed.
 *
 * @returns its answers, or in French why there are none
 */
export async function askSite(baseUrl: string): Promise<SiteAnswers | string> {
  const ask = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${baseUrl}${path}`, {
      headers,
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  const seen = async (headers?: Record<string, string>) =>
    clientSchema.parse(await (await ask(CLIENT_PATH, headers)).json());
  try {
    const { forwarded } = await seen();
    const { client } = await seen({ 'x-forwarded-for': CLAIMED });
    return { home: await ask('/'), signIn: await ask('/connexion'), forwarded, believed: client };
  } catch (error) {
    return reasonOf(error);
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof z.ZodError || error instanceof SyntaxError) {
    return 'ce qui y répond n’est pas cette version de Passerelle';
  }
  const { cause } = error as { cause?: { code?: string; message?: string } };
  return cause?.code ?? cause?.message ?? (error instanceof Error ? error.message : String(error));
}
