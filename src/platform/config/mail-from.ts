import * as z from 'zod';
import { isHeaderSafe, isMailAddress } from '../mail/mail-address.ts';

/** Who messages are from, as their readers see it. */
export interface MailFrom {
  readonly name: string;
  readonly address: string;
}

const NAME = 'Passerelle';

const NAMED = /^"?(?<name>[^"<>]*?)"?\s*<(?<address>[^<>]*)>$/;

/** "Office des professions <plan@exemple.ca>", or the address alone. */
export const mailFrom = z.string().transform((text, context): MailFrom => {
  const { name = '', address = text } = NAMED.exec(text)?.groups ?? {};
  if (isMailAddress(address) && isHeaderSafe(name)) return { name: name || NAME, address };
  context.addIssue({
    code: 'custom',
    message: 'accepté : une adresse comme « Passerelle <ne-pas-repondre@exemple.ca> »',
  });
  return z.NEVER;
});

/** Who messages are from where nothing says it; an address of numbers has no mail. */
export function defaultMailFrom(baseUrl: string): MailFrom {
  const { hostname } = new URL(baseUrl);
  const domain = /[a-z]/i.test(hostname) && !hostname.startsWith('[') ? hostname : 'localhost';
  return { name: NAME, address: `ne-pas-repondre@${domain}` };
}
