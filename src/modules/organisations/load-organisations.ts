import { sql } from 'kysely';
import { z } from 'zod';
import type { Actor } from '#platform/actor/actor.ts';
import { recordEvent } from '#platform/audit/record-event.ts';
import type { ActorTransaction } from '#platform/database/database.ts';
import { DomainError } from '#platform/errors/domain-error.ts';
import { organisationPolicy } from './policy.ts';
import { isOrganisationKey } from './rules.ts';

const key = z.string().refine(isOrganisationKey);
const isoDate = z.iso.date();
const kind = z.enum(['ministry', 'body', 'federation', 'order', 'establishment', 'other']);

export const organisationSchema = z.object({
  key,
  kind,
  parent: key.nullable(),
  sector: z.string().nullable(),
  names: z
    .array(
      z.object({
        from: isoDate.nullable(),
        /** Excluded. */
        to: isoDate.nullable(),
        name: z.string().min(1),
        nameEn: z.string().nullable(),
        acronym: z.string().nullable(),
        note: z.string().nullish(),
      }),
    )
    .min(1),
  aliases: z.array(z.string().min(1)).default([]),
  website: z.url().nullish(),
  note: z.string().nullish(),
});

export const groupSchema = z.object({
  key,
  label: z.string().min(1),
  labelEn: z.string().nullable(),
  patterns: z.array(z.string().min(1)).default([]),
  members: z.union([z.templateLiteral(['kind:', kind]), z.array(key)]).nullable(),
});

export interface OrganisationData {
  readonly organisations: readonly z.infer<typeof organisationSchema>[];
  readonly groups: readonly z.infer<typeof groupSchema>[];
}

/**
 * Adds the organisations and groups that are not there yet, by key; those that are stay as they
 * are, for somebody may have corrected them.
 *
 * @throws DomainError 'forbidden', or 'invalid' when a parent is not among them
 */
export async function loadOrganisations(
  tx: ActorTransaction,
  actor: Actor,
  data: OrganisationData,
): Promise<{ added: number }> {
  organisationPolicy.demand(actor, 'add-organisation');
  const known = new Map(
    (await tx.selectFrom('organisation').select(['id', 'key']).execute()).map((o) => [o.key, o.id]),
  );
  const fresh = data.organisations.filter((organisation) => !known.has(organisation.key));
  if (fresh.length > 0) {
    const made = await tx
      .insertInto('organisation')
      .values(fresh.map((organisation) => ({ key: organisation.key })))
      // Added by somebody else meanwhile: the transaction fails as crossed, and may be run again.
      .onConflict((conflict) => conflict.column('key').doNothing())
      .returning(['id', 'key'])
      .execute();
    for (const { id, key } of made) known.set(key, id);
  }
  const idOf = (wanted: string, neededBy: string): number => {
    const id = known.get(wanted);
    if (id === undefined) {
      throw new DomainError(
        'invalid',
        `Organisation « ${wanted} », citée par « ${neededBy} » : introuvable.`,
      );
    }
    return id;
  };

  const versions = fresh.flatMap((organisation) =>
    organisation.names.map((version) => ({
      organisation_id: idOf(organisation.key, organisation.key),
      valid: sql<string>`daterange(${version.from}::date, ${version.to}::date)`,
      name: version.name,
      name_en: version.nameEn,
      acronym: version.acronym,
      kind: organisation.kind,
      parent_id: organisation.parent ? idOf(organisation.parent, organisation.key) : null,
      sector: organisation.sector,
      website: organisation.website ?? null,
      note: version.note ?? organisation.note ?? null,
    })),
  );
  if (versions.length > 0) await tx.insertInto('organisation_version').values(versions).execute();
  const aliases = fresh.flatMap((organisation) =>
    organisation.aliases.map((alias) => ({
      organisation_id: idOf(organisation.key, organisation.key),
      alias,
    })),
  );
  if (aliases.length > 0) await tx.insertInto('organisation_alias').values(aliases).execute();
  if (data.groups.length > 0) {
    await tx
      .insertInto('organisation_group')
      .values(
        data.groups.map((group) => ({
          key: group.key,
          label: group.label,
          label_en: group.labelEn,
          patterns: group.patterns,
          member_kind:
            typeof group.members === 'string' ? group.members.slice('kind:'.length) : null,
          member_keys: Array.isArray(group.members) ? group.members : [],
        })),
      )
      .onConflict((conflict) => conflict.column('key').doNothing())
      .execute();
  }
  if (fresh.length > 0) {
    await recordEvent(tx, {
      action: 'load-organisations',
      subject: { kind: 'organisation', key: '*' },
      details: { added: fresh.map((organisation) => organisation.key) },
    });
  }
  return { added: fresh.length };
}
