export const MAIL_STATES = ['queued', 'sending', 'sent', 'uncertain', 'failed', 'bounced'] as const;

/**
 * Where a message is: waiting, being handed over, handed over, perhaps handed over (a person decides),
 * given up, or refused by its recipient's server for good.
 */
export type MailState = (typeof MAIL_STATES)[number];

/** A message as it is handed over. */
export interface OutgoingMail {
  readonly id: string;
  readonly kind: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** How many times it has been handed over, this one included. */
  readonly attempts: number;
  /** Which worker hands it over. */
  readonly worker: string;
}

/** What became of a message that was handed over; `failure` is for whoever runs the site. */
export type Outcome =
  | { readonly kind: 'sent'; readonly messageId: string }
  /** Not taken, for a reason that may pass. */
  | { readonly kind: 'deferred'; readonly failure: string }
  /** The address is refused for good. */
  | { readonly kind: 'bounced'; readonly failure: string }
  /** The message is refused for good. */
  | { readonly kind: 'failed'; readonly failure: string }
  /** Given whole, and nothing was answered. */
  | { readonly kind: 'uncertain'; readonly failure: string };

/** Where messages go. Never throws for a message that does not leave. */
export interface Delivery {
  /** @param signal gives up, as soon as can be */
  deliver(mail: OutgoingMail, now: Date, signal: AbortSignal): Promise<Outcome>;
}
