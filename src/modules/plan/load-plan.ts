import type { Actor } from '#platform/actor/actor.ts';
import { recordEvent } from '#platform/audit/record-event.ts';
import type { ActorTransaction } from '#platform/database/database.ts';
import { DomainError } from '#platform/errors/domain-error.ts';
import { comparePlan } from './change/difference.ts';
import type { DraftMeasure, DraftParty, PlanDraft } from './change/plan-draft.ts';
import { writeDifference } from './change/write-difference.ts';
import type { PlanData, VocabularyData } from './plan-data.ts';
import { planPolicy } from './policy.ts';
import { findPlanId } from './queries.ts';

/**
 * Makes a plan from a built-in data set, marked as our summary of a published document. A plan that
 * is there already is left alone: what people declared since is worth more.
 *
 * @throws DomainError 'invalid' when the data set names an organisation that does not exist
 */
export async function loadPlan(
  tx: ActorTransaction,
  actor: Actor,
  data: PlanData,
  vocabulary: VocabularyData,
): Promise<{ loaded: boolean }> {
  planPolicy.demand(actor, 'edit-plan');
  if ((await findPlanId(tx, data.key)) !== null) return { loaded: false };
  const ids = await keyedIds(tx);
  const period = { from: data.period.from, until: null };
  const { id: planId } = await tx
    .insertInto('plan')
    .values({ key: data.key })
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('plan_version')
    .values({
      plan_id: planId,
      valid: `[${data.period.from},)`,
      title: data.title.fr,
      title_en: data.title.en,
      objective: data.objective?.fr ?? null,
      objective_en: data.objective?.en ?? null,
      period_text: data.period.text,
      period: `[${data.period.from},${data.period.to}]`,
      coordinator_id: data.coordinator === null ? null : ids.organisation(data.coordinator),
      criteria: JSON.stringify(
        data.criteria.map(({ key, fr, en }) => ({
          key,
          name: { fr: fr.name, en: en.name },
          description: { fr: fr.description, en: en.description },
        })),
      ),
      notes: JSON.stringify(
        data.notes.map(({ where, fr, en, href }) => ({ about: where, text: { fr, en }, href })),
      ),
      units: JSON.stringify(data.units),
      summary_of: JSON.stringify(data.summaryOf),
    })
    .execute();
  const draft = draftOf(data, ids);
  await writeDifference(tx, comparePlan(null, draft), {
    planId,
    period,
    asOf: data.asOf,
    source: 'summary',
    importId: null,
  });
  await writeVocabulary(tx, planId, vocabulary, ids);
  await recordEvent(tx, {
    action: 'load-plan',
    subject: { kind: 'plan', key: data.key },
    details: { asOf: data.asOf, measures: data.measures.length },
  });
  return { loaded: true };
}

interface KeyedIds {
  organisation(key: string): number;
  group(key: string): number;
}

async function keyedIds(tx: ActorTransaction): Promise<KeyedIds> {
  const organisations = await tx.selectFrom('organisation').select(['id', 'key']).execute();
  const groups = await tx.selectFrom('organisation_group').select(['id', 'key']).execute();
  const lookUp = (rows: readonly { id: number; key: string }[]) => {
    const ids = new Map(rows.map((row) => [row.key, row.id]));
    return (key: string) => {
      const id = ids.get(key);
      if (id === undefined) {
        throw new DomainError('invalid', `Le jeu de données cite « ${key} », qui n’existe pas.`);
      }
      return id;
    };
  };
  return { organisation: lookUp(organisations), group: lookUp(groups) };
}

function draftOf(data: PlanData, ids: KeyedIds): PlanDraft {
  return {
    source: 'summary',
    themes: data.themes.map((theme) => ({
      number: theme.number,
      name: theme.name.fr,
      nameEn: theme.name.en,
      objective: theme.objective?.fr ?? null,
      objectiveEn: theme.objective?.en ?? null,
    })),
    measures: data.measures.map((measure) => draftMeasure(measure, ids)),
  };
}

type MeasureData = PlanData['measures'][number];

function draftMeasure(measure: MeasureData, ids: KeyedIds): DraftMeasure {
  return {
    number: measure.number,
    name: measure.name.fr,
    nameEn: measure.name.en,
    shortName: measure.shortName?.fr ?? null,
    shortNameEn: measure.shortName?.en ?? null,
    theme: measure.theme,
    leadText: measure.leadText,
    collaboratorText: measure.collaboratorText,
    followUpId: measure.followUp === null ? null : ids.organisation(measure.followUp),
    parties: [
      ...measure.leads.map((party) => draftParty('lead', party, ids)),
      ...measure.collaborators.map((party) => draftParty('collaborator', party, ids)),
    ],
    lines: measure.lines.map((line) => ({
      scope: line.scope,
      indicator: line.indicator && {
        label: line.indicator.label,
        labelEn: line.indicator.labelEn ?? null,
        deadline: line.indicator.deadline,
        ...computationOf(measure, line.indicator.label),
      },
      label: line.label,
      leadText: null,
      expected: line.expected,
      figure: line.stated === null ? 'missing' : 'stated',
      value: line.stated,
      narrative: line.narrative,
      narrativeEn: line.narrativeEn ?? null,
      cell: null,
    })),
  };
}

function computationOf(measure: MeasureData, label: string) {
  const { computation } = measure;
  if (!computation || computation.indicatorLabel !== label) return {};
  return {
    computation: computation.rule,
    observation: computation.observation && {
      observed: computation.observation,
      note: computation.note?.fr ?? null,
      noteEn: computation.note?.en ?? null,
    },
  };
}

function draftParty(
  role: DraftParty['role'],
  party: MeasureData['leads'][number],
  ids: KeyedIds,
): DraftParty {
  return {
    role,
    text: party.text,
    qualifier: party.qualifier ?? null,
    organisationId: party.organisation ? ids.organisation(party.organisation) : null,
    groupId: party.group ? ids.group(party.group) : null,
  };
}

async function writeVocabulary(
  tx: ActorTransaction,
  planId: number,
  { acronyms, terms }: VocabularyData,
  ids: KeyedIds,
): Promise<void> {
  const rows = [
    ...acronyms.map((entry) => ({
      plan_id: planId,
      kind: 'acronym',
      label: entry.acronym,
      label_en: entry.acronymEn ?? null,
      definition: entry.fr,
      definition_en: entry.en,
      organisation_id: entry.organisation ? ids.organisation(entry.organisation) : null,
    })),
    ...terms.map(({ fr, en }) => ({
      plan_id: planId,
      kind: 'term',
      label: fr.term,
      label_en: en.term,
      definition: fr.definition,
      definition_en: en.definition,
      organisation_id: null,
    })),
  ];
  if (rows.length > 0) await tx.insertInto('vocabulary_term').values(rows).execute();
}
