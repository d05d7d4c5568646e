export { approveUpdate } from './approve-update.ts';
export { type DraftInput, editDraft } from './edit-draft.ts';
export { type UpdateTarget, updatePolicy } from './policy.ts';
export {
  readAwaiting,
  readHandedOn,
  readOrganisationUpdates,
  readUpdate,
} from './read-updates.ts';
export { type ReturnInput, returnUpdate } from './return-update.ts';
export { submitUpdate } from './submit-update.ts';
export type { StepInput } from './take-step.ts';
export type * from './update-reader.ts';
export { validateUpdate } from './validate-update.ts';
