import { type Finding, failure, ok, warning } from '../check.ts';

/** Whether the pages tell browsers to run nothing, to guess nothing and to be in no frame. */
export function judgeHeaders(answers: readonly Headers[]): Finding {
  const weak = new Set(answers.flatMap(weaknesses));
  if (weak.size > 0) {
    return failure(
      `${[...weak].join(' ; ')}.`,
      'Un serveur mandataire retire ou remplace ces en-têtes : laissez passer ceux de Passerelle.',
    );
  }
  const told = answers
    .map((headers) => headers.get('server') ?? '')
    .find((text) => /\d/.test(text));
  if (told) {
    return warning(
      `le serveur mandataire dit sa version (« ${told} »).`,
      'Faites-la taire : « server_tokens off » dans nginx.',
    );
  }
  return ok('aucun script d’ailleurs, aucun cadre, aucun type deviné.');
}

function weaknesses(headers: Headers): string[] {
  const policy = directivesOf(headers.get('content-security-policy') ?? '');
  const scripts = policy.get('script-src') ?? policy.get('default-src') ?? '*';
  const found: string[] = [];
  if (!/^('none'|'nonce-[\w+/=-]+')$/.test(scripts)) {
    found.push('Content-Security-Policy laisse passer des scripts');
  }
  if (policy.get('frame-ancestors') !== "'none'") {
    found.push('Content-Security-Policy permet la mise en cadre');
  }
  if (policy.get('base-uri') !== "'none'" || !policy.has('form-action')) {
    found.push('Content-Security-Policy ne borne pas les adresses et les formulaires');
  }
  if (headers.get('x-content-type-options') !== 'nosniff') {
    found.push('X-Content-Type-Options manque');
  }
  return found;
}

function directivesOf(policy: string): ReadonlyMap<string, string> {
  return new Map(
    policy.split(';').map((part) => {
      const [name = '', ...values] = part.trim().split(/\s+/);
      return [name.toLowerCase(), values.join(' ')] as const;
    }),
  );
}
