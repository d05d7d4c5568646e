import {
  demandObservation,
  publishObservation,
  readObservations,
  withdrawObservation,
  writeObservation,
} from '#modules/observations/index.ts';
import { transact } from '#platform/database/database.ts';
import type { Observations } from '#web/work/observations.ts';
import { againWhenCrossed } from './again-when-crossed.ts';
import type { Services } from './services.ts';

/** The observer's use cases, one transaction each; what is published is read at once. */
export function openObservations({ db, refresh }: Pick<Services, 'db' | 'refresh'>): Observations {
  return {
    list: (actor) => transact(db, actor, (tx) => readObservations(tx, actor)),
    one: (actor, id) => transact(db, actor, (tx) => demandObservation(tx, actor, id)),
    write: (actor, input) =>
      againWhenCrossed(() => transact(db, actor, (tx) => writeObservation(tx, actor, input))),
    publish: async (actor, id, seen) => {
      await transact(db, actor, (tx) => publishObservation(tx, actor, { id, seen }));
      await refresh();
    },
    withdraw: async (actor, id, reason) => {
      await transact(db, actor, (tx) => withdrawObservation(tx, actor, { id, reason }));
      await refresh();
    },
  };
}
