interface TextFieldProps {
  readonly name: string;
  readonly label: string;
  readonly value?: string;
  readonly hint?: string;
  readonly lang?: 'en';
  /** More than one line. */
  readonly long?: boolean;
  /** How many lines are shown of a long one. */
  readonly rows?: number;
  readonly required?: boolean;
  /** The ids of what else explains it, when there is anything: advice, an error. */
  readonly describedBy?: string | undefined;
  readonly invalid?: boolean;
}

/** A text to fill in, with its label above and what helps to fill it in. */
export function TextField(props: TextFieldProps) {
  const { name, label, value, hint, lang, long, rows = 3, required, describedBy, invalid } = props;
  const explained = [hint === undefined ? undefined : `${name}-hint`, describedBy];
  const shared = {
    id: name,
    name,
    className: 'field',
    defaultValue: value,
    lang,
    required,
    'aria-describedby': explained.filter((id) => id !== undefined).join(' ') || undefined,
    'aria-invalid': invalid || undefined,
  };
  return (
    <div className="text-field">
      <label htmlFor={name}>{label}</label>
      {hint === undefined ? null : (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {long ? <textarea {...shared} rows={rows} /> : <input {...shared} type="text" />}
    </div>
  );
}
