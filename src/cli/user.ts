import { type Command, Option } from 'commander';
import {
  applyRetention,
  endAccess,
  endRole,
  erasePerson,
  findPersonByEmail,
  grantRole,
  invitePerson,
  listPeople,
  PERSON_STATES,
  type PersonState,
  ROLES,
  readGrants,
} from '#modules/identity/index.ts';
import { OPERATOR, type Role } from '#platform/actor/actor.ts';
import { config } from '#platform/config/config.ts';
import { type ActorTransaction, transact } from '#platform/database/database.ts';
import { DomainError } from '#platform/errors/domain-error.ts';
import { readRoleForm } from '../server/read-role-form.ts';
import type { Services } from '../server/services.ts';
import { describePeople, describeRetention } from './describe-people.ts';
import { parseDay } from './options.ts';
import { withServices } from './session.ts';
import { registerRecovery } from './user-recovery.ts';

export function registerUser(program: Command): void {
  const user = program
    .command('user')
    .usage('<commande> [options]')
    .description('gère les personnes, leurs rôles et leur accès, à la place de l’administration');
  user
    .command('list')
    .description('nomme les personnes, leurs rôles et leur état; cette lecture va au registre')
    .option('--organisation <clé>', 'celles d’une organisation')
    .addOption(new Option('--role <rôle>', 'celles qui ont un rôle').choices(ROLES))
    .addOption(new Option('--state <état>', 'celles dans un état').choices(PERSON_STATES))
    .option('--json', 'répond en JSON')
    .action(runList);
  withRole(user.command('invite'))
    .description('donne un rôle à une personne et l’invite; dit le lien si aucun courriel ne part')
    .requiredOption('--name <nom>', 'son nom')
    .addOption(new Option('--language <langue>', 'fr ou en').choices(['fr', 'en']).default('fr'))
    .action(runInvite);
  withRole(user.command('grant'))
    .description('donne un rôle de plus à une personne connue')
    .action(runGrant);
  user
    .command('end-role')
    .description('met fin à un rôle')
    .argument('<courriel>', 'son adresse')
    .addOption(roleOption())
    .option('--organisation <clé>', 'où, pour un rôle d’organisation')
    .option('--on <AAAA-MM-JJ>', 'premier jour sans ce rôle; à défaut, aujourd’hui', parseDay)
    .action(runEndRole);
  user
    .command('end-access')
    .description('met fin à l’accès d’une personne; ce qu’elle a écrit reste sous son nom')
    .argument('<courriel>', 'son adresse')
    .option('--on <AAAA-MM-JJ>', 'premier jour sans accès; à défaut, aujourd’hui', parseDay)
    .action(runEndAccess);
  user
    .command('erase')
    .description('efface l’identité d’une personne dont l’accès a pris fin; cela ne se défait pas')
    .argument('<courriel>', 'son adresse')
    .requiredOption('--yes', 'confirme')
    .action(runErase);
  user
    .command('retention')
    .description('supprime ce qui a été gardé assez longtemps; dit quelles identités effacer')
    .action(runRetention);
  registerRecovery(user);
}

interface RoleOptions {
  readonly role: Role;
  readonly organisation?: string;
  readonly branch?: string;
  readonly measures?: string;
  readonly from?: string;
  readonly lastDay?: string;
}

function roleOption(): Option {
  return new Option('--role <rôle>', 'lequel').choices(ROLES).makeOptionMandatory();
}

/** What says which role, where and when. */
function withRole(command: Command): Command {
  return command
    .argument('<courriel>', 'son adresse')
    .addOption(roleOption())
    .option('--organisation <clé>', 'où, pour un rôle d’organisation')
    .option('--branch <secteur>', 'limite le rôle à un secteur : collégial, universitaire')
    .option('--measures <numéros>', 'limite le rôle à des mesures : 1,4')
    .option('--from <AAAA-MM-JJ>', 'premier jour; à défaut, aujourd’hui', parseDay)
    .option('--last-day <AAAA-MM-JJ>', 'dernier jour; à défaut, sans fin', parseDay);
}

function grantOf(services: Services, options: RoleOptions) {
  const { role, organisation = '', branch = '', measures = '', from = '', lastDay = '' } = options;
  return readRoleForm(services, { role, organisation, branch, measures, from, lastDay });
}

const asOperator = <T>({ db }: Services, work: (tx: ActorTransaction) => Promise<T>) =>
  transact(db, OPERATOR, work);

async function demandKnown(tx: ActorTransaction, email: string) {
  const person = await findPersonByEmail(tx, email);
  if (person) return person;
  throw new DomainError('not-found', `Personne n’a l’adresse « ${email} ».`);
}

interface ListOptions {
  readonly organisation?: string;
  readonly role?: Role;
  readonly state?: PersonState;
  readonly json?: boolean;
}

async function runList({ json, ...filter }: ListOptions): Promise<void> {
  await withServices(config(), async (services) => {
    const moment = { today: services.today(), now: new Date().toISOString() };
    const people = await asOperator(services, (tx) => listPeople(tx, OPERATOR, filter, moment));
    console.log(json ? JSON.stringify(people, null, 2) : describePeople(people));
  });
}

interface InviteOptions extends RoleOptions {
  readonly name: string;
  readonly language: 'fr' | 'en';
}

async function runInvite(email: string, options: InviteOptions): Promise<void> {
  const { baseUrl, smtpUrl } = config();
  await withServices(config(), async (services) => {
    const { name, language } = options;
    const grants = [await grantOf(services, options)];
    const { invitation } = await asOperator(services, (tx) =>
      invitePerson(tx, OPERATOR, { name, email, language, grants }, baseUrl),
    );
    if (invitation === null) {
      console.log(`${email} se connecte déjà : le rôle est donné, sans nouvelle invitation.`);
    } else if (smtpUrl === null) {
      console.log(
        `Aucun courriel ne part d’ici. Remettez ce lien à ${email}, et à personne d’autre :`,
      );
      console.log(`  ${invitation.link}`);
    } else {
      console.log(`L’invitation partira par courriel à ${email}.`);
    }
  });
}

async function runGrant(email: string, options: RoleOptions): Promise<void> {
  await withServices(config(), async (services) => {
    const grant = await grantOf(services, options);
    await asOperator(services, async (tx) =>
      grantRole(tx, OPERATOR, (await demandKnown(tx, email)).id, grant),
    );
    console.log(`Le rôle est donné à ${email}.`);
  });
}

interface EndRoleOptions {
  readonly role: Role;
  readonly organisation?: string;
  readonly on?: string;
}

async function runEndRole(email: string, options: EndRoleOptions): Promise<void> {
  const { role, organisation = null } = options;
  await withServices(config(), async (services) => {
    const { on = services.today() } = options;
    const ended = await asOperator(services, async (tx) => {
      const { id } = await demandKnown(tx, email);
      const grants = (await readGrants(tx, { personIds: [id] }, services.today())).get(id) ?? [];
      const own = grants.filter(
        (grant) =>
          grant.role === role &&
          (grant.organisation?.key ?? null) === organisation &&
          (grant.when === 'now' || grant.when === 'future') &&
          (grant.until === null || grant.until > on),
      );
      for (const grant of own) await endRole(tx, OPERATOR, { grantId: grant.id, on });
      return own.length;
    });
    if (ended === 0) throw new DomainError('not-found', `${email} n’a pas ce rôle.`);
    console.log(`Le rôle de ${email} prend fin le ${on}.`);
  });
}

async function runEndAccess(email: string, options: { readonly on?: string }): Promise<void> {
  await withServices(config(), async (services) => {
    const { on = services.today() } = options;
    await asOperator(services, async (tx) =>
      endAccess(tx, OPERATOR, { personId: (await demandKnown(tx, email)).id, on }),
    );
    console.log(`L’accès de ${email} prend fin le ${on}.`);
  });
}

async function runErase(email: string): Promise<void> {
  await withServices(config(), async (services) => {
    const id = await asOperator(services, async (tx) => {
      const person = await demandKnown(tx, email);
      await erasePerson(tx, OPERATOR, person.id);
      return person.id;
    });
    console.log(`L’identité est effacée. Ce qui reste se rapporte à la personne ${id}.`);
  });
}

async function runRetention(): Promise<void> {
  await withServices(config(), async (services) => {
    const done = await asOperator(services, (tx) => applyRetention(tx, OPERATOR));
    console.log(describeRetention(done));
  });
}
