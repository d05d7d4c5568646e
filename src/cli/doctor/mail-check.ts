import { createTransport } from 'nodemailer';
import type { Config } from '#platform/config/config.ts';
import { describeFailure } from '#platform/mail/describe-failure.ts';
import { outboxFolder } from '#platform/mail/outbox-delivery.ts';
import { smtpOptions } from '#platform/mail/smtp-options.ts';
import { failure, ok } from './check.ts';
import { isWritable } from './disk-check.ts';

async function checkServer(smtpUrl: string) {
  const { host, protocol } = new URL(smtpUrl);
  const options = smtpOptions(smtpUrl);
  const transport = createTransport(options);
  try {
    await transport.verify();
    return ok(`le serveur ${protocol}//${host} accepte la connexion.`);
  } catch (error) {
    const reason =
      error instanceof Error ? describeFailure(error, [options.auth?.pass ?? '']) : String(error);
    return failure(
      `le serveur ${protocol}//${host} refuse la connexion : ${reason}.`,
      'Vérifiez SMTP_URL (adresse, port, nom, mot de passe), ou retirez-le pour que les messages ' +
        'soient gardés en fichiers.',
    );
  } finally {
    transport.close();
  }
}

/** Whether messages will leave, or where they will be kept. */
export async function checkMail({ smtpUrl, dataDir }: Pick<Config, 'smtpUrl' | 'dataDir'>) {
  if (smtpUrl !== null) return await checkServer(smtpUrl);
  const outbox = outboxFolder(dataDir);
  if (await isWritable(outbox)) {
    return ok(`sans SMTP_URL, les messages sont gardés en fichiers dans ${outbox}.`);
  }
  return failure(
    `sans SMTP_URL, les messages vont dans ${outbox}, qui n'est pas accessible en écriture.`,
    'Corrigez les droits de ce dossier, ou donnez SMTP_URL.',
  );
}
