interface FieldProps {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly type?: 'text' | 'email' | 'date' | 'search';
  readonly value?: string | undefined;
  readonly required?: boolean;
  readonly autoComplete?: string;
}

/** A line to fill in, or a day, under its label. Several forms of a page may have a field of one name. */
export function Field({ id, name, label, hint, type = 'text', value, ...input }: FieldProps) {
  return (
    <div className="text-field">
      <label htmlFor={id}>{label}</label>
      <Hint id={id} hint={hint} />
      <input
        {...input}
        id={id}
        name={name}
        type={type}
        className="field"
        defaultValue={value}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
      />
    </div>
  );
}

interface SelectFieldProps {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly value?: string | undefined;
  readonly required?: boolean;
  readonly options: readonly { readonly value: string; readonly text: string }[];
}

/** A choice among a few, or many. */
export function SelectField({
  id,
  name,
  label,
  hint,
  value,
  options,
  ...select
}: SelectFieldProps) {
  return (
    <div className="text-field">
      <label htmlFor={id}>{label}</label>
      <Hint id={id} hint={hint} />
      <select
        {...select}
        id={id}
        name={name}
        className="field"
        defaultValue={value}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </div>
  );
}

function Hint({ id, hint }: { readonly id: string; readonly hint: string | undefined }) {
  if (hint === undefined) return null;
  return (
    <p className="hint" id={`${id}-hint`}>
      {hint}
    </p>
  );
}
