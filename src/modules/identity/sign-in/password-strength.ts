import { DomainError } from '#platform/errors/domain-error.ts';

/** In characters. A long sentence is welcome; more than this is no password. */
const SHORTEST_PASSWORD = 12;
const LONGEST_PASSWORD = 200;
/** In guesses: beyond what an attacker without the hash can try, and slow for one who has it. */
const FEWEST_GUESSES = 1e9;

/** In characters: what must be left once one's own name and address are taken away. */
const FEWEST_OTHERS = 8;

/** The words are loaded at the first need: nobody chooses a password at most starts. */
let estimator: Promise<(password: string, own: readonly string[]) => number> | null = null;

async function loadEstimator() {
  const [{ ZxcvbnFactory }, common, french] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-fr'),
  ]);
  const zxcvbn = new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...french.dictionary },
    graphs: common.adjacencyGraphs,
  });
  return (password: string, own: readonly string[]) => zxcvbn.check(password, [...own]).guesses;
}

/**
 * Refuses a password that is too short, that lists of breached passwords hold, or that is soon guessed
 * (NIST SP 800-63B, 3.1.1.2; the estimate is that of Wheeler, "zxcvbn", USENIX Security 2016). No rule of
 * composition, no expiry.
 *
 * @param own what an attacker would try first: the person's name and address
 * @throws DomainError 'invalid'
 */
export async function demandStrongPassword(
  password: string,
  own: readonly string[],
): Promise<void> {
  const length = [...password].length;
  if (length < SHORTEST_PASSWORD) {
    throw new DomainError(
      'invalid',
      `Ce mot de passe est trop court : ${SHORTEST_PASSWORD} caractères au moins. Une phrase de quelques mots se retient mieux.`,
    );
  }
  if (length > LONGEST_PASSWORD) {
    throw new DomainError(
      'invalid',
      `Ce mot de passe est trop long : ${LONGEST_PASSWORD} caractères au plus.`,
    );
  }
  const known = ownWords(own);
  estimator ??= loadEstimator();
  const guesses = await estimator;
  const isOwn = without(password, known).length < FEWEST_OTHERS;
  if (!isOwn && guesses(password, known) >= FEWEST_GUESSES) return;
  throw new DomainError(
    'invalid',
    'Ce mot de passe se devine trop vite : il ressemble à ceux des listes volées, à votre nom ou à votre adresse. Choisissez quelques mots sans lien entre eux.',
  );
}

/** What an attacker would try first, the longest first. */
function ownWords(own: readonly string[]): string[] {
  const words = own.flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)]);
  return ['passerelle', ...words]
    .map((word) => word.toLowerCase())
    .filter((word) => word.length > 2)
    .sort((one, other) => other.length - one.length);
}

/** The letters and digits of a password that are nobody's own. */
function without(password: string, words: readonly string[]): string {
  const rest = words.reduce((text, word) => text.replaceAll(word, ' '), password.toLowerCase());
  return rest.replace(/[^\p{L}\p{N}]/gu, '');
}
