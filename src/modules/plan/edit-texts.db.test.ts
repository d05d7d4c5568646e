import { describe, expect, test } from 'vitest';
import { transact } from '#platform/database/database.ts';
import {
  asOwner,
  COORDINATOR,
  contentsOf,
  openTestServices,
  PUBLIC,
} from '../../../tests/support/test-site.ts';
import { bring, coastTable, line, measure, stateOf } from '../../../tests/support/test-table.ts';
import { editTexts, type PlanTextsInput } from './edit-texts.ts';
import type { PlanState } from './plan-state.ts';

const site = openTestServices();
const FIRST = '2024-06-30';
const SECOND = '2025-06-30';

let plans = 0;
async function newPlan(): Promise<string> {
  const planKey = `textes-${++plans}`;
  await bring(site.services, coastTable(FIRST), { planKey });
  return planKey;
}

/** A plan's texts as a form would send them back. */
function textsOf({ plan, themes, measures }: PlanState): PlanTextsInput {
  return {
    title: plan.title.fr,
    titleEn: plan.title.en ?? '',
    objective: plan.objective?.fr ?? '',
    objectiveEn: plan.objective?.en ?? '',
    showMean: plan.showMean,
    themes: themes.map(({ number, name, objective }) => ({
      number,
      name: name.fr,
      nameEn: name.en ?? '',
      objective: objective?.fr ?? '',
      objectiveEn: objective?.en ?? '',
    })),
    measures: measures.map(({ number, name, shortName }) => ({
      number,
      nameEn: name.en ?? '',
      shortName: shortName.fr === name.fr ? '' : shortName.fr,
      shortNameEn: '',
    })),
  };
}

async function edit(
  planKey: string,
  change: (texts: PlanTextsInput) => PlanTextsInput,
  from = FIRST,
  actor = COORDINATOR,
) {
  const texts = change(textsOf(await stateOf(site.services, planKey)));
  await transact(site.services.db, actor, (tx) => editTexts(tx, actor, planKey, texts, from));
  await site.services.refresh();
}

describe('texts', () => {
  test('are reworded from a date on; before it, they are what they were', async () => {
    const planKey = await newPlan();
    await edit(planKey, (texts) => ({
      ...texts,
      title: '  Plan du littoral ',
      titleEn: 'Coast plan',
      objective: 'Vivre avec le fleuve',
      showMean: false,
      themes: texts.themes.map((theme) => ({ ...theme, name: `${theme.name} vivants` })),
      measures: texts.measures.map((one) => ({
        ...one,
        shortName: `M${one.number}`,
        nameEn: 'In English',
      })),
    }));
    const after = await stateOf(site.services, planKey, FIRST);
    expect(after.plan).toMatchObject({
      title: { fr: 'Plan du littoral', en: 'Coast plan' },
      objective: { fr: 'Vivre avec le fleuve', en: null },
      showMean: false,
    });
    expect(after.themes.map(({ name }) => name.fr)).toEqual([
      'Milieux naturels vivants',
      'Accès au fleuve vivants',
    ]);
    expect(after.measures.map(({ shortName, name }) => [shortName.fr, name.en])).toEqual([
      ['M1', 'In English'],
      ['M2', 'In English'],
      ['M3', 'In English'],
    ]);
    const before = await stateOf(site.services, planKey, '2024-06-29');
    expect(before.plan.title).toEqual({
      fr: 'Plan d’action 2023-2026 de la Table du littoral',
      en: null,
    });
    expect(before.themes.map(({ name }) => name.fr)).toEqual([
      'Milieux naturels',
      'Accès au fleuve',
    ]);
  });

  test('keep what is not theirs: figures, lines, organisations, periods', async () => {
    const planKey = await newPlan();
    const before = await stateOf(site.services, planKey);
    await edit(planKey, (texts) => ({ ...texts, title: 'Autre titre' }));
    const after = await stateOf(site.services, planKey);
    expect(after).toEqual({
      ...before,
      plan: { ...before.plan, title: { fr: 'Autre titre', en: null } },
    });
  });

  test('sent back as they are change nothing at all', async () => {
    const planKey = await newPlan();
    const before = await contentsOf(site.url);
    await edit(planKey, (texts) => texts);
    expect(await contentsOf(site.url)).toEqual(before);
  });

  test('are recorded, each with what it was and became', async () => {
    const planKey = await newPlan();
    const before = await stateOf(site.services, planKey);
    await edit(planKey, (texts) => ({
      ...texts,
      title: 'Autre titre',
      measures: texts.measures.map((measure, index) =>
        index === 0 ? { ...measure, shortName: 'Balises' } : measure,
      ),
    }));
    const { rows } = await asOwner(site.url, (owner) =>
      owner.query(
        "select actor, changes, details from audit_event where subject_key = $1 and action = 'edit-texts'",
        [planKey],
      ),
    );
    expect(rows).toEqual([
      {
        actor: COORDINATOR.id,
        changes: [
          { field: 'title', before: before.plan.title.fr, after: 'Autre titre' },
          {
            field: `measures.${before.measures[0]?.number}.shortName`,
            before: null,
            after: 'Balises',
          },
        ],
        details: { from: FIRST, amended: 2 },
      },
    ]);
  });

  test('of numbers that are not in the plan are ignored', async () => {
    const planKey = await newPlan();
    const before = await contentsOf(site.url);
    await edit(planKey, (texts) => ({
      ...texts,
      themes: [
        ...texts.themes,
        { number: '9', name: 'Neuf', nameEn: '', objective: '', objectiveEn: '' },
      ],
      measures: [
        ...texts.measures,
        { number: '99', shortName: 'Neuf', shortNameEn: '', nameEn: '' },
      ],
    }));
    expect(await contentsOf(site.url)).toEqual(before);
  });

  test('lose the characters that no text has', async () => {
    const planKey = await newPlan();
    await edit(planKey, (texts) => ({ ...texts, title: 'Lit\0to\ud800ral\u0007' }));
    expect((await stateOf(site.services, planKey)).plan.title.fr).toBe('Litto\ufffdral');
  });

  test('survive the next table, which says nothing of them', async () => {
    const planKey = await newPlan();
    await edit(planKey, (texts) => ({
      ...texts,
      title: 'Autre titre',
      measures: texts.measures.map((one) => ({ ...one, shortName: `M${one.number}` })),
    }));
    await bring(site.services, coastTable(SECOND), { planKey });
    const { plan, measures } = await stateOf(site.services, planKey, SECOND);
    expect(plan.title.fr).toBe('Autre titre');
    expect(measures.map(({ shortName }) => shortName.fr)).toEqual(['M1', 'M2', 'M3']);
  });

  test('reworded at an earlier date hold until the plan next changes', async () => {
    const planKey = await newPlan();
    const { measures } = coastTable(SECOND);
    await bring(
      site.services,
      coastTable(SECOND, {
        measures: [
          ...measures.slice(0, 2),
          measure('4', 'Compter les phoques', [line('Relevé', 0.1)]),
        ],
      }),
      { planKey },
    );
    const later = await stateOf(site.services, planKey, SECOND);
    const texts = textsOf(await stateOf(site.services, planKey, FIRST));
    await transact(site.services.db, COORDINATOR, (tx) =>
      editTexts(
        tx,
        COORDINATOR,
        planKey,
        { ...texts, measures: texts.measures.map((one) => ({ ...one, shortName: 'Court' })) },
        FIRST,
      ),
    );
    await site.services.refresh();
    expect(await stateOf(site.services, planKey, SECOND)).toEqual(later);
    const earlier = await stateOf(site.services, planKey, '2025-06-29');
    expect(earlier.measures.map(({ number, shortName }) => [number, shortName.fr])).toEqual([
      ['1', 'Court'],
      ['2', 'Court'],
      ['3', 'Court'],
    ]);
  });

  test('do not bring back a measure that is withdrawn later', async () => {
    const planKey = await newPlan();
    const { measures } = coastTable(SECOND);
    await bring(site.services, coastTable(SECOND, { measures: measures.slice(0, 2) }), { planKey });
    const texts = textsOf(await stateOf(site.services, planKey, FIRST));
    await transact(site.services.db, COORDINATOR, (tx) =>
      editTexts(
        tx,
        COORDINATOR,
        planKey,
        { ...texts, measures: texts.measures.map((one) => ({ ...one, shortName: 'Court' })) },
        FIRST,
      ),
    );
    await site.services.refresh();
    const later = await stateOf(site.services, planKey, SECOND);
    expect(later.measures.map(({ number }) => number)).toEqual(['1', '2']);
  });
});

describe('a refusal', () => {
  const refused = async (
    change: (texts: PlanTextsInput) => PlanTextsInput,
    message: string,
  ): Promise<void> => {
    const planKey = await newPlan();
    const before = await contentsOf(site.url);
    await expect(edit(planKey, change)).rejects.toMatchObject({ code: 'invalid', message });
    expect(await contentsOf(site.url)).toEqual(before);
  };

  test.each(['', '   ', '\0'])('names the title that is missing: %j', (title) =>
    refused((texts) => ({ ...texts, title }), 'Titre : un texte est attendu.'),
  );

  test('names the theme that has no name', () =>
    refused(
      (texts) => ({ ...texts, themes: texts.themes.map((theme) => ({ ...theme, name: '' })) }),
      'Nom du thème : un texte est attendu.',
    ));

  test('names the text that is too long', () =>
    refused(
      (texts) => ({ ...texts, objectiveEn: 'a'.repeat(2001) }),
      'Objectif en anglais : 2000 caractères au plus.',
    ));

  test('says that no such plan is in force', async () => {
    const planKey = await newPlan();
    const texts = textsOf(await stateOf(site.services, planKey));
    const at = (key: string, from: string) =>
      transact(site.services.db, COORDINATOR, (tx) => editTexts(tx, COORDINATOR, key, texts, from));
    await expect(at('inconnu', FIRST)).rejects.toMatchObject({
      code: 'not-found',
      message: `Aucun plan « inconnu » en vigueur au ${FIRST}.`,
    });
    await expect(at(planKey, '2022-12-31')).rejects.toMatchObject({
      code: 'not-found',
      message: `Aucun plan « ${planKey} » en vigueur au 2022-12-31.`,
    });
  });

  test('meets the public', async () => {
    const planKey = await newPlan();
    const before = await contentsOf(site.url);
    await expect(
      edit(planKey, (texts) => ({ ...texts, title: 'Autre' }), FIRST, PUBLIC),
    ).rejects.toMatchObject({
      code: 'forbidden',
      message: 'Seule la coordination peut modifier un plan d’action.',
    });
    expect(await contentsOf(site.url)).toEqual(before);
  });

  test('meets the public again in the database, were the policy forgotten', async () => {
    const planKey = await newPlan();
    const texts = textsOf(await stateOf(site.services, planKey));
    const before = await contentsOf(site.url);
    await expect(
      transact(site.services.db, PUBLIC, (tx) =>
        editTexts(tx, COORDINATOR, planKey, { ...texts, title: 'Autre' }, FIRST),
      ),
    ).rejects.toThrow('new row violates row-level security policy for table "plan_version"');
    expect(await contentsOf(site.url)).toEqual(before);
  });
});
