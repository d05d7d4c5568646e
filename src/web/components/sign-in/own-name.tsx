/** Tells a password manager whose password a form is about; nothing is shown. */
export function OwnName({ email }: { readonly email: string }) {
  return (
    <input
      type="email"
      name="own-name"
      autoComplete="username"
      defaultValue={email}
      readOnly
      hidden
    />
  );
}
