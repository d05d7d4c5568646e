import type { Config } from '#platform/config/config.ts';
import { isPlainBeyondLoopback } from '#platform/config/production.ts';
import { type Check, type Finding, failure, ok, warning } from '../check.ts';
import { askSite, type SiteAnswers } from './ask-site.ts';
import { judgeCookies } from './cookies-check.ts';
import { judgeHeaders } from './headers-check.ts';
import { judgeProxies } from './proxy-check.ts';

const YEAR = 365 * 24 * 3600;

/** What the running site shows at its address. */
export async function checkSite(config: Config): Promise<Check[]> {
  const answers = await askSite(config.baseUrl);
  if (typeof answers === 'string') {
    return [{ name: 'encryption', ...unreachable(config.baseUrl, answers) }];
  }
  return [
    { name: 'encryption', ...judgeEncryption(config, answers.home.headers) },
    { name: 'headers', ...judgeHeaders([answers.home.headers, answers.signIn.headers]) },
    { name: 'cookies', ...judgeCookies(answers.signIn.headers.getSetCookie(), config.secure) },
    { name: 'proxy', ...judgeProxies(config.trustedHops, answers) },
  ];
}

function unreachable(baseUrl: string, reason: string): Finding {
  return warning(
    `${baseUrl} ne répond pas comme attendu (${reason}) : ce que le site montre n’a pas été vérifié.`,
    'Démarrez le site, ou corrigez PASSERELLE_BASE_URL ; si le certificat est refusé, renouvelez-le.',
  );
}

/** Whether what people send is encrypted, and browsers know that it must be. */
export function judgeEncryption(
  config: Pick<Config, 'baseUrl' | 'secure' | 'databaseUrl' | 'host'>,
  headers: SiteAnswers['home']['headers'],
): Finding {
  if (isPlainBeyondLoopback(config)) {
    return failure(
      `${config.baseUrl} n’est pas chiffrée : mots de passe et sessions se lisent en chemin.`,
      'Placez un serveur mandataire qui chiffre devant le site, et donnez son adresse https:// à ' +
        'PASSERELLE_BASE_URL.',
    );
  }
  if (!config.secure) return ok('le site n’est connu que de cette machine.');
  const [, seconds = '0'] =
    /max-age=(\d+)/.exec(headers.get('strict-transport-security') ?? '') ?? [];
  if (Number(seconds) >= YEAR) return ok(`${config.baseUrl} répond, et s’impose par HSTS.`);
  return warning(
    'l’en-tête Strict-Transport-Security manque ou dure moins d’un an.',
    'Le serveur mandataire le retire ou le remplace : laissez passer celui de Passerelle.',
  );
}
