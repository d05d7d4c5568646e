import passkeyScript from '../../browser/passkey.js?url&no-inline';

interface PasskeyButtonProps {
  readonly kind: 'sign-in' | 'add';
  readonly label: string;
  /** What to say when it did not work. */
  readonly failed: string;
  /** Where to go when it did. */
  readonly next: string;
  readonly nonce: string;
}

/** Asks for a passkey, with the script that does; hidden where the browser has none, or no script. */
export function PasskeyButton({ kind, label, failed, next, nonce }: PasskeyButtonProps) {
  return (
    <div className="passkey">
      <button className="btn quiet" type="button" data-passkey={kind} data-next={next} hidden>
        {label}
      </button>
      <p id="passkey-failure" className="refusal" role="alert" hidden>
        {failed}
      </p>
      <script type="module" src={passkeyScript} nonce={nonce} />
    </div>
  );
}
