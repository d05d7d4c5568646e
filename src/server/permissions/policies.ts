import { peoplePolicy } from '#modules/identity/index.ts';
import { observationPolicy } from '#modules/observations/index.ts';
import { organisationPolicy } from '#modules/organisations/index.ts';
import { planPolicy } from '#modules/plan/index.ts';
import { recordPolicy } from '#modules/record/index.ts';
import { reportPolicy } from '#modules/report-texts/index.ts';
import { updatePolicy } from '#modules/reporting-cycle/index.ts';
import { mailPolicy } from '#platform/mail/policy.ts';
import type { Policy, Rules } from '#platform/policy/policy.ts';

/** Every policy there is, by what it is about, in French. */
export const POLICIES: readonly { readonly about: string; readonly policy: Policy<Rules> }[] = [
  { about: 'Plan d’action', policy: planPolicy },
  { about: 'Rapport annuel', policy: reportPolicy },
  { about: 'Mises à jour des organisations', policy: updatePolicy },
  { about: 'Observation', policy: observationPolicy },
  { about: 'Organisations', policy: organisationPolicy },
  { about: 'Personnes et rôles', policy: peoplePolicy },
  { about: 'Registre', policy: recordPolicy },
  { about: 'Courriels', policy: mailPolicy },
];
