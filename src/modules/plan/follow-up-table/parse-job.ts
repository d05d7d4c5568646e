import { arrangeMessages } from './arrange-messages.ts';
import { interpretSheets } from './interpretation/interpret.ts';
import type { ReadLimits } from './limits.ts';
import { readSheets } from './reading/read-file.ts';
import type { ColumnMapping, FollowUpReading } from './table.ts';
import { fold } from './text.ts';

/** What reading one file takes; plain data, to cross into the thread that reads. */
export interface ParseJob {
  bytes: Uint8Array;
  fileName: string;
  mapping: ColumnMapping;
  /** Names, acronyms and groups that are known, to take lists of organisations apart. */
  knownNames: readonly string[];
  limits: ReadLimits;
}

/**
 * Reads and recognises one file, in the thread it is called from.
 *
 * @throws DomainError for a file that is refused whole.
 */
export async function parseFollowUp(job: ParseJob): Promise<FollowUpReading> {
  const { sheets, messages } = await readSheets(job.bytes, job.fileName, job.limits);
  const known = new Set(job.knownNames.map(fold));
  const reading = interpretSheets(sheets, {
    mapping: job.mapping,
    isKnownOrganisation: (name) => known.has(fold(name)),
  });
  return { ...reading, messages: arrangeMessages([...reading.messages, ...messages]) };
}
