import { findPlanId } from '#modules/plan/index.ts';
import type { Database } from '#platform/database/database.ts';
import { keepWhileUnchanged } from '#platform/database/keep.ts';
import { DomainError } from '#platform/errors/domain-error.ts';
import { readHolding, readTemplateInForce } from './queries.ts';
import { type ReportTemplate, textPartsOf } from './report-template.ts';
import type { ReportText, ReportTextsReader, TextVersion } from './report-texts-reader.ts';

export interface ReportTextsReaderOptions {
  readonly db: Database;
  /** Names the state of the data; null when it cannot be known, and nothing is then kept. */
  readonly revision: () => string | null;
}

/** Kept in memory: the templates and texts of some dates of a few plans. */
const KEPT = 32;

/** Reads templates and texts, keeping those just read for as long as the data does not change. */
export function openReportTextsReader({
  db,
  revision,
}: ReportTextsReaderOptions): ReportTextsReader {
  const keptTemplates = keepWhileUnchanged<ReportTemplate | null>(revision, KEPT);
  const keptTexts = keepWhileUnchanged<ReadonlyMap<string, TextVersion>>(revision, KEPT);

  const template: ReportTextsReader['template'] = (planKey) =>
    keptTemplates(planKey, async () => {
      const planId = await findPlanId(db, planKey);
      return planId === null ? null : demandTemplate(await readTemplateInForce(db, planId));
    });

  const holding: ReportTextsReader['holding'] = (planKey, asOf) =>
    keptTexts(`${planKey} ${asOf}`, async () => {
      const [planId, inForce] = await Promise.all([findPlanId(db, planKey), template(planKey)]);
      if (planId === null || inForce === null) return new Map();
      return readHolding(db, planId, textPartsOf(inForce), asOf);
    });

  return {
    template,
    holding,
    texts: async (planKey, asOf) => {
      const texts = new Map<string, ReportText>();
      for (const [key, { body, ...version }] of await holding(planKey, asOf)) {
        if (body !== null) texts.set(key, { ...version, body });
      }
      return texts;
    },
  };
}

/** A site has a default template from its first start on. */
function demandTemplate(template: ReportTemplate | null): ReportTemplate {
  if (template) return template;
  throw new DomainError(
    'unavailable',
    'Aucun modèle de rapport n’est chargé : arrêtez Passerelle, puis redémarrez-la.',
  );
}
