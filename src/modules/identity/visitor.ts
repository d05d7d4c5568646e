import type { Actor } from '#platform/actor/actor.ts';
import type { Locale } from '#platform/i18n/locale.ts';

/** How a session was opened. */
export type SignInMethod = 'password' | 'totp' | 'recovery-code' | 'passkey' | 'link' | 'oidc';

/** Somebody signed in, as one request finds them. */
export interface Visitor {
  readonly person: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly language: Locale;
  };
  /** With the roles that hold today. */
  readonly actor: Actor;
  readonly session: {
    readonly id: string;
    readonly method: SignInMethod;
    /** Whether a second factor was shown. */
    readonly strong: boolean;
    /** Instant, ISO. */
    readonly openedAt: string;
  };
  /**
   * What stands between them and the pages of work: nothing; a second factor they have and have not
   * shown; or one their roles demand and they have not set up.
   */
  readonly gate: 'open' | 'second-factor' | 'set-up-second-factor';
}
