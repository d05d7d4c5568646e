import type { LoaderFunctionArgs } from 'react-router';
import { renderedContext } from '#web/rendered.ts';

/**
 * Lets this page, this time, run one script: the one that carries the nonce. Pages run none, but where
 * a person does what only a script can ask of the browser, such as showing a passkey.
 */
export function allowScript({ context }: Pick<LoaderFunctionArgs, 'context'>): string {
  const rendered = context.get(renderedContext);
  rendered.scriptNonce ??= btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(18))));
  return rendered.scriptNonce;
}
