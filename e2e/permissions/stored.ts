import { createHash, randomUUID } from 'node:crypto';
import { UPDATE_STATES } from '#modules/reporting-cycle/rules.ts';
import { asOwner } from '../../tests/support/as-owner.ts';

/** What requests are about, written behind the site's back. */
export type UpdateState = (typeof UPDATE_STATES)[number];
export { UPDATE_STATES };

/** An organisation, and a line that it alone leads as a whole. */
export interface Led {
  readonly id: number;
  readonly key: string;
  readonly lineId: number;
  readonly measureId: number;
}

/** The latest date for which every line of the plan may be updated. */
const LATEST = '2022-03-31';

/** Organisations that each lead a line of their own. */
export function readLed(url: string): Promise<readonly Led[]> {
  return rowsOf<Led>(
    url,
    `select distinct on (o.id) o.id, o.key, l.line_id as "lineId", l.measure_id as "measureId"
       from measure_party q
       join organisation o on o.id = q.organisation_id
       join progress_line_version l on l.measure_id = q.measure_id and l.valid @> $1::date
      where q.role = 'lead' and q.qualifier is null and q.valid @> $1::date
        and not exists (select from measure_party p
                         where p.measure_id = q.measure_id and p.role = 'lead'
                           and p.organisation_id is distinct from q.organisation_id)
      order by o.id, l.line_id`,
    [LATEST],
  );
}

let updates = 0;

/** An update of the line in a state, for a date of its own. @returns the date */
export async function addUpdate(url: string, { id, lineId }: Led, state: UpdateState) {
  const [row] = await rowsOf<{ update: number; as_of: string }>(
    url,
    `insert into line_update (line_id, organisation_id, as_of)
     values ($1, $2, $3::date - $4::integer) returning id as update, as_of::text`,
    [lineId, id, LATEST, ++updates],
  );
  await rowsOf(
    url,
    `insert into line_update_version (update_id, version, figure, value, recorded_by)
     values ($1, 1, 'stated', 0.5, 'system')`,
    [row?.update],
  );
  await rowsOf(url, 'update line_update set state = $2 where id = $1', [row?.update, state]);
  return row?.as_of ?? LATEST;
}

/** Somebody with a role, an invitation that waits, and an absence where they have an organisation. */
export async function addTarget(url: string, role: string, organisation: Led | null) {
  const personId = randomUUID();
  await rowsOf(url, 'insert into person (id, name, email) values ($1, $2, $3)', [
    personId,
    'Une cible',
    `${personId}@exemple.ca`,
  ]);
  const [grant] = await rowsOf<{ id: number }>(
    url,
    `insert into role_grant (person_id, role, organisation_id, valid, recorded_by)
     values ($1, $2, $3, '[2020-01-01,)', 'system') returning id`,
    [personId, role, organisation?.id ?? null],
  );
  await rowsOf(
    url,
    `insert into invitation (token_hash, person_id, expires_at, recorded_by)
     values ($1::text, $1::uuid, now() + interval '1 day', 'system')`,
    [personId],
  );
  const [absence] = organisation
    ? await rowsOf<{ id: number }>(
        url,
        `insert into absence (person_id, organisation_id, valid, recorded_by)
         values ($1, $2, '[2031-01-01,2031-02-01)', 'system') returning id`,
        [personId, organisation.id],
      )
    : [];
  return { personId, grantId: grant?.id ?? 0, absenceId: absence?.id ?? 0 };
}

/** An invitation that waits for somebody. @returns what its link ends with */
export async function addInvitation(url: string): Promise<string> {
  const token = randomUUID();
  const { personId } = await addTarget(url, 'direction', null);
  await rowsOf(
    url,
    `insert into invitation (token_hash, person_id, expires_at, recorded_by)
     values ($1, $2, now() + interval '1 day', 'system')`,
    [createHash('sha256').update(token).digest('hex'), personId],
  );
  return token;
}

export type ObservationState = 'draft' | 'published' | 'withdrawn';

/** A text of the observation. @returns its id */
export async function addObservation(url: string, state: ObservationState): Promise<number> {
  const [row] = await rowsOf<{ id: number }>(
    url,
    `insert into observer_text (kind, recorded_by) values ('report', 'system') returning id`,
  );
  await rowsOf(
    url,
    `insert into observer_text_version (text_id, version, title, body, recorded_by)
     values ($1, 1, 'Titre', 'Texte.', 'system')`,
    [row?.id],
  );
  const steps = { draft: [], published: ['publish'], withdrawn: ['publish', 'withdraw'] }[state];
  for (const step of steps) {
    await rowsOf(
      url,
      `insert into observer_text_step (text_id, version, action, reason, recorded_by)
       values ($1, 1, $2, $3, 'system')`,
      [row?.id, step, step === 'withdraw' ? 'Erreur.' : null],
    );
  }
  return row?.id ?? 0;
}

/** A message that was sent. @returns its id */
export async function addMessage(url: string): Promise<string> {
  const id = randomUUID();
  await rowsOf(
    url,
    `insert into mail_message (id, kind, to_address, subject, state, sent_at, queued_by)
     values ($1, 'invitation', 'a@exemple.ca', 'Bonjour', 'sent', now(), 'system')`,
    [id],
  );
  return id;
}

/** A file between its preview and its confirmation. @returns its id */
export async function addDraft(url: string, content: Uint8Array): Promise<string> {
  const [row] = await rowsOf<{ id: string }>(
    url,
    `insert into import_draft (plan_key, file_name, content, created_by)
     values ('pole-2019-2024', 'suivi.csv', $1, 'system') returning id`,
    [content],
  );
  return row?.id ?? '';
}

export async function isSessionOpen(url: string, id: string): Promise<boolean> {
  return (await rowsOf(url, 'select from auth.session where id = $1', [id])).length === 1;
}

async function rowsOf<Row extends object = object>(
  url: string,
  statement: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const { rows } = await asOwner(url, (owner) => owner.query<Row>(statement, [...values]));
  return rows;
}
