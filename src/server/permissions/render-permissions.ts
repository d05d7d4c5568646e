import { AUTH_PATH } from '#modules/identity/index.ts';
import { API_BASE } from '#platform/http/api-base.ts';
import type { ActionRule } from '#platform/policy/policy.ts';
import type { Access } from './access.ts';
import { COLUMNS } from './columns.ts';
import { POLICIES } from './policies.ts';
import { API_ROUTES, LIBRARY_ROUTES, OTHER_ROUTES, PAGE_ROUTES } from './routes.ts';

const YES = 'oui';
const NO = '–';

const OPENING = `# Qui peut faire quoi

<!-- Ce fichier est écrit par « npm run permissions », d’après les politiques des modules. -->

Chaque geste a une règle, et une seule, dans le fichier \`policy.ts\` de son module. Les tableaux qui suivent en sont tirés : un test les compare aux règles, un autre essaie chaque adresse du site avec chaque rôle et sans aucun.

- **Répondant, suppléant, valideur** sont des rôles dans une organisation, la leur ; une ligne qui parle d’« une autre » dit ce qu’ils peuvent dans celle d’autrui. Un rôle limité à un secteur ou à certaines mesures ne vaut que pour eux.
- **Suppléant en remplacement** : aucune personne répondante de la même organisation n’est là ce jour-là.
- **Sans rôle** : une personne qui a un compte, et dont aucun rôle n’est en cours. C’est aussi le cas de qui n’a pas encore montré le second facteur que son rôle demande.
- Plusieurs rôles s’additionnent.
- La base de données répète ces règles : sans elles dans le code, ses propres politiques refusent encore.
`;

/** The matrix of permissions, in Markdown: every rule by every role, and what each address demands. */
export function renderPermissions(): string {
  return [
    OPENING,
    '## Les gestes\n',
    ...POLICIES.map(({ about, policy }) => `### ${about}\n\n${rulesTable(policy.rules)}\n`),
    '## Les adresses\n',
    'Une adresse que personne ne peut lire sans rôle mène d’abord à la page de connexion. Ce qui se fait demande un formulaire du site même, donné à cette session.\n',
    `### Pages\n\n${pagesTable()}\n`,
    `### API, sous \`${API_BASE}\`\n\nDonnées ouvertes : elles se lisent, et rien ne s’y fait.\n\n${accessTable(API_ROUTES)}\n`,
    `### Clés d’accès et fournisseur d’identité, sous \`${AUTH_PATH}\`\n\nCe à quoi la bibliothèque de connexion répond elle-même. Ses autres adresses sont fermées.\n\n${accessTable(LIBRARY_ROUTES)}\n`,
    `### Le reste\n\n${accessTable(OTHER_ROUTES)}`,
  ].join('\n');
}

// biome-ignore lint/suspicious/noExplicitAny: each rule has a target of its own
function rulesTable(rules: Readonly<Record<string, ActionRule<any>>>): string {
  return table(
    ['Geste', 'Cas', ...COLUMNS.map(({ title }) => title)],
    Object.values(rules).flatMap(({ title, cases, refusal }) =>
      Object.entries(cases).map(([name, target], index) => [
        index === 0 ? title : '',
        name,
        ...COLUMNS.map(({ actor }) => (refusal(actor, target) === null ? YES : NO)),
      ]),
    ),
  );
}

function pagesTable(): string {
  return table(
    ['Adresse', 'Lire', 'Faire'],
    PAGE_ROUTES.map(([address, { reads, does }]) => [
      `\`${address}\``,
      accesses(reads, (name) => `\`?${name}=\``),
      accesses(does, (name) => `\`${name}\``),
    ]),
  );
}

function accessTable(routes: Readonly<Record<string, Access>>): string {
  return table(
    ['Adresse', 'Pour'],
    Object.entries(routes).map(([address, access]) => [`\`${address}\``, inWords(access)]),
  );
}

/** What is demanded, once where it is the same whatever is asked for. */
function accesses(
  named: Readonly<Record<string, Access>>,
  nameOf: (name: string) => string,
): string {
  const byDemand = Map.groupBy(Object.entries(named), ([, access]) => inWords(access));
  if (byDemand.size === 0) return NO;
  if (byDemand.size === 1) return [...byDemand.keys()].join();
  return [...byDemand]
    .map(([demand, entries]) => {
      const names = entries.map(([name]) => (name === '' ? 'sans plus' : nameOf(name)));
      return `${names.join(', ')} : ${demand}`;
    })
    .join('<br>');
}

function inWords(access: Access): string {
  switch (access.kind) {
    case 'public':
      return 'tout le monde';
    case 'anyone':
      return 'qui se connecte';
    case 'signed-in':
      return 'toute personne connectée';
    case 'asked':
      return access.title;
  }
}

function table(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(heading), line(heading.map(() => '---')), ...rows.map(line)].join('\n');
}
