import { atMost, type Figure } from './figure.ts';
import type { Generator } from './load/generator.ts';
import { inRounds, requestsPerSecond, throughputRatio } from './load/rounds.ts';
import { planPath, type Site } from './support/site.ts';
import { median } from './support/statistics.ts';
import type { SignedIn } from './support/visitor.ts';
import { quantity } from './table.ts';

const SIGN_INS = 15;
/** Pages of work, by what they are called. */
const PAGES = [
  ['Mon espace', '/espace'],
  ['Page de la coordination', '/coordination'],
  ['Mon compte', '/espace/compte'],
] as const;

/** What a page costs to somebody signed in, beside the public page of the plan; and signing in itself. */
export async function measureSignedIn(
  generate: Generator,
  site: Site,
  plan: string,
  { cookie, signInAgain }: SignedIn,
): Promise<Figure[]> {
  const headers = { cookie };
  const rounds = await inRounds(generate, {
    public: { url: `${site.address}${planPath(plan)}`, status: 200 },
    ...Object.fromEntries(
      PAGES.map(([label, path]) => [
        label,
        { url: `${site.address}${path}`, headers, status: 200 },
      ]),
    ),
  });
  const reference = rounds.public;
  const times: number[] = [];
  for (let time = 0; time < SIGN_INS; time += 1) times.push(await signInAgain());
  return [
    ...PAGES.map(([label]): Figure => {
      const own = (rounds as Readonly<Record<string, typeof reference>>)[label] ?? [];
      return {
        kind: 'measured',
        label: `${label}, connecté, contre la page publique du plan`,
        unit: '×',
        target: atMost(1.5),
        value: throughputRatio(reference, own),
        detail: `temps; ${quantity(requestsPerSecond(reference), 'req/s')}, puis ${quantity(requestsPerSecond(own), 'req/s')}`,
      };
    }),
    {
      kind: 'measured',
      label: 'Se connecter par mot de passe',
      unit: 'ms',
      target: atMost(400),
      value: median(times),
      detail: `médiane de ${SIGN_INS}; Argon2id, 19 Mio, 2 passes; au plus ${quantity(Math.max(...times), 'ms')}`,
    },
  ];
}
