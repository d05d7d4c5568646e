import MailComposer from 'nodemailer/lib/mail-composer';
import type { MailFrom } from '../config/mail-from.ts';
import type { OutgoingMail } from './mail.ts';

export interface BuiltMessage {
  readonly envelope: { readonly from: string; readonly to: readonly string[] };
  readonly messageId: string;
  /** As RFC 5322 wants it. */
  readonly content: Buffer;
}

/**
 * Makes the message that leaves. Its Message-ID is the same at each attempt: whoever gets it twice has
 * one.
 */
export async function buildMessage(
  mail: OutgoingMail,
  from: MailFrom,
  date: Date,
): Promise<BuiltMessage> {
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1);
  const messageId = `<${mail.id}@${domain}>`;
  const content = await new MailComposer({
    from,
    to: { name: '', address: mail.to },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    date,
    messageId,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
  return { envelope: { from: from.address, to: [mail.to] }, messageId, content };
}
