export type * from './observations-reader.ts';
export { observationPolicy } from './policy.ts';
export { publishObservation } from './publish-observation.ts';
export {
  demandObservation,
  openObservationsReader,
  readObservations,
} from './read-observations.ts';
export { withdrawObservation } from './withdraw-observation.ts';
export { type ObservationInput, writeObservation } from './write-observation.ts';
