interface SecretFieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly autoComplete:
    | 'current-password'
    | 'new-password'
    | 'one-time-code'
    | 'username'
    | 'email'
    | 'name'
    | 'off';
  readonly type?: 'password' | 'text' | 'email';
  readonly value?: string | undefined;
  readonly numeric?: boolean;
  readonly required?: boolean;
}

/** What is typed to sign in, so that password managers know it, and pasting is never in the way. */
export function SecretField(props: SecretFieldProps) {
  const {
    name,
    label,
    hint,
    autoComplete,
    type = 'password',
    value,
    numeric,
    required = true,
  } = props;
  return (
    <div className="text-field">
      <label htmlFor={name}>{label}</label>
      {hint === undefined ? null : (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      <input
        id={name}
        name={name}
        type={type}
        className={numeric ? 'field num' : 'field'}
        autoComplete={autoComplete}
        autoCapitalize="none"
        spellCheck={false}
        inputMode={numeric ? 'numeric' : undefined}
        defaultValue={value}
        required={required}
        aria-describedby={hint === undefined ? undefined : `${name}-hint`}
      />
    </div>
  );
}
