import {
  approveUpdate,
  editDraft,
  readAwaiting,
  readHandedOn,
  readOrganisationUpdates,
  readUpdate,
  returnUpdate,
  submitUpdate,
  validateUpdate,
} from '#modules/reporting-cycle/index.ts';
import { transact } from '#platform/database/database.ts';
import type { Updates } from '#web/work/updates.ts';
import { againWhenCrossed } from './again-when-crossed.ts';
import type { Services } from './services.ts';

/** The use cases of updates, one transaction each. */
export function openUpdates({ db, today }: Pick<Services, 'db' | 'today'>): Updates {
  return {
    ofOrganisation: (actor, organisationKey, asOf) =>
      transact(db, actor, (tx) =>
        readOrganisationUpdates(tx, actor, organisationKey, { asOf, today: today() }),
      ),
    one: (actor, ref) => transact(db, actor, (tx) => readUpdate(tx, actor, ref)),
    handedOn: (actor) => transact(db, actor, (tx) => readHandedOn(tx, actor)),
    awaiting: (actor) => transact(db, actor, (tx) => readAwaiting(tx, actor)),
    edit: (actor, input) =>
      againWhenCrossed(() => transact(db, actor, (tx) => editDraft(tx, actor, input))),
    submit: (actor, input) =>
      againWhenCrossed(() => transact(db, actor, (tx) => submitUpdate(tx, actor, input))),
    validate: (actor, input) =>
      againWhenCrossed(() => transact(db, actor, (tx) => validateUpdate(tx, actor, input))),
    giveBack: (actor, input) =>
      againWhenCrossed(() => transact(db, actor, (tx) => returnUpdate(tx, actor, input))),
    approve: (actor, input) =>
      againWhenCrossed(() => transact(db, actor, (tx) => approveUpdate(tx, actor, input))),
  };
}
