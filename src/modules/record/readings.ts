/** Actions that only read: they are kept, and left out of a list that does not ask for them. */
export const READINGS = ['read-personal-data', 'list-people', 'read-person', 'read-mail'] as const;

/** What asks for those. */
export const ALL_READINGS = 'readings';
