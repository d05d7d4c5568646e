export { type Directory, loadDirectory } from './directory.ts';
export { groupSchema, loadOrganisations, organisationSchema } from './load-organisations.ts';
export type * from './organisation-reader.ts';
export { organisationPolicy } from './policy.ts';
export { openOrganisationReader } from './queries.ts';
export { mountOrganisationRoutes } from './routes.ts';
