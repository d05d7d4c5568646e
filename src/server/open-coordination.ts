import {
  discardDraft,
  draftImport,
  editTexts,
  type ImportReport,
  importFollowUp,
  openDraft,
  presentReport,
  previewImport,
  readFollowUp,
} from '#modules/plan/index.ts';
import {
  editReportText,
  listTextVersions,
  reportTitle,
  textPartsOf,
} from '#modules/report-texts/index.ts';
import type { Actor } from '#platform/actor/actor.ts';
import { transact } from '#platform/database/database.ts';
import { DomainError } from '#platform/errors/domain-error.ts';
import type { Coordination, ImportPreview } from '#web/coordination/coordination.ts';
import type { Services } from './services.ts';

/** The coordinator's use cases for the site's pages, by who acts: one transaction each. */
export function openCoordination(
  { db, plans, reportTexts, today, refresh }: Services,
  actor: Actor,
): Coordination {
  const asCoordination = <T>(work: Parameters<typeof transact<T>>[2]) => transact(db, actor, work);
  const readDraft = async (id: string, choices = {}) =>
    readFollowUp(db, await asCoordination((tx) => openDraft(tx, actor, id, choices)));

  return {
    draftImport: async (input) => ({
      draft: await asCoordination((tx) => draftImport(tx, actor, input)),
    }),

    previewImport: async (id, choices) => {
      const file = await readDraft(id, choices);
      return preview(await previewImport(db, file, today()), file.input.fileName, false);
    },

    confirmImport: async (id, fingerprint) => {
      const file = await readDraft(id);
      const report = await asCoordination(async (tx) => {
        const done = await importFollowUp(tx, actor, file, today(), fingerprint);
        await discardDraft(tx, actor, id);
        return done;
      });
      await refresh();
      return preview(report, file.input.fileName, true);
    },

    discardImport: (id) => asCoordination((tx) => discardDraft(tx, actor, id)),

    editTexts: async (planKey, texts) => {
      const found = await plans.state(planKey);
      if (found.kind !== 'found') {
        throw new DomainError('not-found', `Aucun plan n’a la clé « ${planKey} ».`);
      }
      await asCoordination((tx) =>
        editTexts(
          tx,
          actor,
          planKey,
          { ...texts, themes: [...texts.themes], measures: [...texts.measures] },
          found.state.asOf,
        ),
      );
      await refresh();
    },

    reportTexts: async (planKey, asOf) => {
      const template = await reportTexts.template(planKey);
      if (template === null) {
        throw new DomainError('not-found', `Aucun plan n’a la clé « ${planKey} ».`);
      }
      const holding = await reportTexts.holding(planKey, asOf);
      const texts = await asCoordination((tx) =>
        Promise.all(
          textPartsOf(template).map(async (part) => ({
            part,
            holding: holding.get(part.key) ?? null,
            versions: await listTextVersions(tx, actor, planKey, part.key),
          })),
        ),
      );
      return { title: reportTitle(template.title.fr, template.yearEndsOn, asOf), texts };
    },

    editReportText: async (input) => {
      const edit = () => asCoordination((tx) => editReportText(tx, actor, input));
      // Crossed by somebody else's save, it is done again: the refusal then says whose it was.
      const done = await edit().catch((error: unknown) => {
        if (!(error instanceof DomainError) || error.code !== 'conflict') throw error;
        return edit();
      });
      await refresh();
      return { changed: done.changed };
    },
  };
}

function preview(report: ImportReport, fileName: string, confirmed: boolean): ImportPreview {
  return { ...presentReport(report), fileName, confirmed };
}
