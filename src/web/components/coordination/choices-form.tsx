import type { ImportPreview } from '#web/coordination/coordination.ts';
import { coordination } from '../../messages/coordination.ts';
import type { View } from '../../page/view.ts';
import { WorkForm } from '../work/work-form.tsx';

const t = coordination.preview;

interface ChoicesFormProps {
  readonly view: View;
  readonly preview: ImportPreview;
  /** As it was last asked for. */
  readonly keepUnknown: boolean;
}

/** Settles what the reading could not know: what a column holds, the date, names it would have doubted. */
export function ChoicesForm({ view, preview, keepUnknown }: ChoicesFormProps) {
  const { columns, asOf } = preview;
  const unknown = columns.filter((column) => column.field === null);
  return (
    <section aria-labelledby="choices">
      <h2 id="choices">{t.choices}</h2>
      <WorkForm view={view} className="stacked">
        {columns.length === 0 ? null : <p>{t.unknownColumns(unknown.length)}</p>}
        {unknown.map((column) => (
          <ColumnChoice key={column.letter} preview={preview} column={column} />
        ))}
        {unknown.length === columns.length ? null : (
          <details>
            <summary>{t.recognised(columns.length - unknown.length)}</summary>
            {columns
              .filter((column) => column.field !== null)
              .map((column) => (
                <ColumnChoice key={column.letter} preview={preview} column={column} />
              ))}
          </details>
        )}
        <div className="text-field">
          <label htmlFor="asOf">{t.asOf}</label>
          <input
            id="asOf"
            name="asOf"
            type="date"
            className="field num"
            defaultValue={asOf ?? undefined}
          />
        </div>
        <div className="check-field">
          <input id="keepUnknown" name="keepUnknown" type="checkbox" defaultChecked={keepUnknown} />
          <label htmlFor="keepUnknown">{t.keepUnknown}</label>
        </div>
        <button className="btn quiet" type="submit">
          {t.reread}
        </button>
      </WorkForm>
    </section>
  );
}

interface ColumnChoiceProps {
  readonly preview: ImportPreview;
  readonly column: ImportPreview['columns'][number];
}

function ColumnChoice({ preview, column }: ColumnChoiceProps) {
  const name = `column-${column.letter}`;
  return (
    <div className="text-field">
      <label htmlFor={name}>{t.column(column.letter, column.heading)}</label>
      <select id={name} name={name} className="field" defaultValue={column.field ?? 'ignore'}>
        <option value="ignore">{t.leaveAside}</option>
        {preview.fields.map(({ field, label }) => (
          <option key={field} value={field}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}
