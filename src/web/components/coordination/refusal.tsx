import { spaced } from '#documents/typography.ts';

/** Why what was asked could not be done, at the top of its form. */
export function Refusal({ message }: { readonly message: string | undefined }) {
  if (message === undefined) return null;
  return (
    <p className="refusal" role="alert">
      {spaced(message, 'fr')}
    </p>
  );
}
