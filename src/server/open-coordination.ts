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
import type { Actor } from '#platform/actor/actor.ts';
import { transact } from '#platform/database/database.ts';
import { DomainError } from '#platform/errors/domain-error.ts';
import type { Coordination, ImportPreview } from '#web/coordination/coordination.ts';
import type { Services } from './services.ts';

/** Until people sign in, whoever sits at this machine is the coordination. */
const COORDINATION: Actor = { role: 'coordinator', name: 'coordination (ce poste)' };

/** The coordinator's use cases, one transaction each, for the site's pages. */
export function openCoordination({ db, plans, today, refresh }: Services): Coordination {
  const asCoordination = <T>(work: Parameters<typeof transact<T>>[2]) =>
    transact(db, COORDINATION, work);
  const readDraft = async (id: string, choices = {}) =>
    readFollowUp(db, await asCoordination((tx) => openDraft(tx, COORDINATION, id, choices)));

  return {
    draftImport: async (input) => ({
      draft: await asCoordination((tx) => draftImport(tx, COORDINATION, input)),
    }),

    previewImport: async (id, choices) => {
      const file = await readDraft(id, choices);
      return preview(await previewImport(db, file, today()), file.input.fileName, false);
    },

    confirmImport: async (id, fingerprint) => {
      const file = await readDraft(id);
      const report = await asCoordination(async (tx) => {
        const done = await importFollowUp(tx, COORDINATION, file, today(), fingerprint);
        await discardDraft(tx, COORDINATION, id);
        return done;
      });
      await refresh();
      return preview(report, file.input.fileName, true);
    },

    discardImport: (id) => asCoordination((tx) => discardDraft(tx, COORDINATION, id)),

    editTexts: async (planKey, texts) => {
      const found = await plans.state(planKey);
      if (found.kind !== 'found') {
        throw new DomainError('not-found', `Aucun plan n’a la clé « ${planKey} ».`);
      }
      await asCoordination((tx) =>
        editTexts(
          tx,
          COORDINATION,
          planKey,
          { ...texts, themes: [...texts.themes], measures: [...texts.measures] },
          found.state.asOf,
        ),
      );
      await refresh();
    },
  };
}

function preview(report: ImportReport, fileName: string, confirmed: boolean): ImportPreview {
  return { ...presentReport(report), fileName, confirmed };
}
