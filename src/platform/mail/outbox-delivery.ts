import { chmod, mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { MailFrom } from '../config/mail-from.ts';
import { buildMessage } from './build-message.ts';
import { describeFailure } from './describe-failure.ts';
import type { Delivery, OutgoingMail } from './mail.ts';

/** Where messages are kept while no server takes them. */
export function outboxFolder(dataDir: string): string {
  return join(dataDir, 'outbox');
}

/** Writes each message as a file that mail programs open, in a folder that only this account reads. */
export function openOutboxDelivery(folder: string, from: MailFrom): Delivery {
  return {
    async deliver(mail, now) {
      try {
        const { content, messageId } = await buildMessage(mail, from, now);
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await chmod(folder, 0o700);
        await writeWhole(join(folder, fileName(mail, now)), content);
        return { kind: 'sent', messageId };
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        return { kind: 'deferred', failure: describeFailure(error) };
      }
    },
  };
}

/** "2026-01-15T17-00-00Z-invitation-marie@exemple.ca-1b4e28ba.eml": by time, then what and to whom. */
function fileName({ id, kind, to }: OutgoingMail, now: Date): string {
  const time = `${now.toISOString().slice(0, 19).replaceAll(':', '-')}Z`;
  const whom = to.replace(/[^\w.@+-]/g, '_').slice(0, 80);
  return `${time}-${kind}-${whom}-${id.slice(0, 8)}.eml`;
}

/** A file with its name is whole. */
async function writeWhole(path: string, content: Buffer): Promise<void> {
  const part = `${path}.part`;
  try {
    const file = await open(part, 'w', 0o600);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}
