const HIDDEN = '***';

/** What a query or a form calls what is secret. */
const SECRET_NAMES =
  'token|form-token|code|state|nonce|secret|password|passphrase|id_token|access_token|refresh_token|client_secret|otp|totp|recovery';

const PATTERNS: readonly (readonly [RegExp, string])[] = [
  // postgresql://name:password@host, smtp://…
  [/\b([a-z][a-z+.-]*:\/\/)[^\s/@"']*@/gi, `$1${HIDDEN}@`],
  [new RegExp(`\\b(${SECRET_NAMES})=[^&\\s"'<>]+`, 'gi'), `$1=${HIDDEN}`],
  [
    new RegExp(`(["'](?:${SECRET_NAMES})["']\\s*:\\s*)"(?:[^"\\\\]|\\\\.)*"`, 'gi'),
    `$1"${HIDDEN}"`,
  ],
  [/\b(bearer|basic)\s+[\w.~+/=-]{8,}/gi, `$1 ${HIDDEN}`],
  [/\b(cookie: *)[^\r\n]+/gi, `$1${HIDDEN}`],
  // The links that let somebody in.
  [/(\/(?:invitation|connexion\/lien)\/)[^/\s?#"'<>]+/gi, `$1${HIDDEN}`],
  // Whatever else was drawn at random: long, with digits and letters of both cases.
  [/(?<![\w-])(?=[\w-]*\d)(?=[\w-]*[a-z])(?=[\w-]*[A-Z])[\w-]{24,}(?![\w-])/g, HIDDEN],
  // Whose address it is, the reference of the request tells whoever may know.
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, `${HIDDEN}@${HIDDEN}`],
];

/** A text without what must not be in a log: passwords, tokens, codes, people's addresses. */
export function redact(text: string): string {
  return PATTERNS.reduce((read, [pattern, shown]) => read.replace(pattern, shown), text);
}
