import type { LoaderFunctionArgs } from 'react-router';
import type { PlanState } from '#modules/plan/index.ts';
import { type Site, siteContext } from '#web/site-context.ts';
import { isEnglishPath, pageOfPattern } from './addresses.ts';
import { readAsOf } from './as-of.ts';
import type { Frame, PlanLink } from './frame.ts';
import { localeOf } from './locale.ts';
import { placesOf } from './places.ts';
import { refuse } from './problem.ts';

/** A loader's way in: the site, and the frame of the page it answers with. */
export interface Opening {
  readonly site: Site;
  readonly frame: Frame;
}

/** Opens a page about no plan, or about all: where there is one only, the navigation leads to it. */
export async function openPage(args: LoaderFunctionArgs): Promise<Opening> {
  const { site, frame } = openFrame(args);
  const [only, ...others] = await site.plans.list();
  const plan = only && others.length === 0 ? { key: only.key, title: only.title } : null;
  return { site, frame: { ...frame, plan } };
}

/** Opens a page of a plan, on the date asked for or on the latest that has statements. */
export async function openPlanPage(
  args: LoaderFunctionArgs,
): Promise<Opening & { readonly state: PlanState }> {
  const key = args.params['plan'] ?? '';
  const { site, frame } = openFrame(args, { key, title: null });
  const result = await site.plans.state(key, frame.asOf);
  switch (result.kind) {
    case 'unknown-plan':
      return refuse({ ...frame, plan: null }, { kind: 'unknown-plan', key });
    case 'not-in-force':
      return refuse(
        { ...frame, asOf: null },
        { kind: 'not-in-force', from: result.from, until: result.until },
      );
    case 'found': {
      const plan = { key, title: result.state.plan.title };
      return { site, frame: { ...frame, plan }, state: result.state };
    }
  }
}

/** Refuses what is no date, and English addresses where the site answers in French only. */
function openFrame(args: LoaderFunctionArgs, plan: PlanLink | null = null): Opening {
  const { context, pattern, params, url } = args;
  const site = context.get(siteContext);
  const { as_of: _, ...query } = Object.fromEntries(url.searchParams);
  const inEnglish = isEnglishPath(url.pathname);
  const asked = readAsOf(url.searchParams);
  const frame: Frame = {
    locale: localeOf(site, url),
    page: pageOfPattern(pattern),
    params,
    query,
    asOf: asked.kind === 'asked' ? asked.asOf : null,
    plan,
    english: site.english,
    demo: site.demo,
    work: site.visitor && { name: site.visitor.person.name, places: placesOf(site.visitor) },
    place: null,
    formToken: site.formToken,
  };
  if (inEnglish && !site.english) refuse({ ...frame, page: null }, { kind: 'not-found' });
  if (asked.kind === 'invalid') refuse(frame, { kind: 'invalid-as-of', given: asked.given });
  return { site, frame };
}
