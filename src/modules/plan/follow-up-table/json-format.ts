/** Tells our own JSON exports from any other. */
export const JSON_FORMAT = 'passerelle/follow-up-table';
