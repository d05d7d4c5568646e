interface TextFieldProps {
  readonly name: string;
  readonly label: string;
  readonly value?: string;
  readonly hint?: string;
  readonly lang?: 'en';
  /** More than one line. */
  readonly long?: boolean;
  readonly required?: boolean;
}

/** A text to fill in, with its label above and what helps to fill it in. */
export function TextField({ name, label, value, hint, lang, long, required }: TextFieldProps) {
  const shared = {
    id: name,
    name,
    className: 'field',
    defaultValue: value,
    lang,
    required,
    'aria-describedby': hint === undefined ? undefined : `${name}-hint`,
  };
  return (
    <div className="text-field">
      <label htmlFor={name}>{label}</label>
      {hint === undefined ? null : (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {long ? <textarea {...shared} rows={3} /> : <input {...shared} type="text" />}
    </div>
  );
}
