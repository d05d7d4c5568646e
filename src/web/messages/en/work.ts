import type { work as french } from '../fr/work.ts';

export const work: typeof french = {
  places: {
    home: 'My workspace',
    coordination: 'Coordination',
    updates: 'Updates',
    observations: 'My observations',
    people: 'People',
    record: 'Record',
    mail: 'Mail',
    account: 'My account',
  },
  signOut: 'Sign out',
};
