import type { ReportTextState } from '#web/coordination/coordination.ts';
import { coordinationReport as t } from '../../messages/coordination-report.ts';
import type { View } from '../../page/view.ts';
import { WorkForm } from '../work/work-form.tsx';
import { Refusal } from './refusal.tsx';
import { TextField } from './text-field.tsx';
import { TextHistory } from './text-history.tsx';

/** Lines shown of a text: the shortest that still invites a paragraph, and where scrolling begins. */
const FEWEST_LINES = 5;
const MOST_LINES = 22;
/** About how many characters fit on a line of the field. */
const LINE = 66;

/** The id of the advice on how to write, which every field refers to. */
export const HOW_TO_WRITE = 'comment-ecrire';

/** What was refused, as it was sent. */
export interface RefusedText {
  readonly key: string;
  readonly intent: 'save' | 'withdraw';
  readonly message: string;
  /** Somebody wrote another version meanwhile. */
  readonly overtaken: boolean;
  readonly body: string;
  readonly bodyEn: string;
}

interface ReportTextProps {
  readonly view: View;
  readonly text: ReportTextState;
  /** The date of the page. */
  readonly asOf: string;
  /** Where its forms are sent: this page, at this text. */
  readonly address: string;
  readonly done: 'saved' | 'unchanged' | 'withdrawn' | null;
  readonly refused: RefusedText | null;
}

/** The id of a text's part of the page. */
export function anchorOf(key: string): string {
  return `texte-${key}`;
}

/** A text of the report: where it stands, its form, its history, and the way to withdraw it. */
export function ReportText({ view, text, asOf, address, done, refused }: ReportTextProps) {
  const { part, holding } = text;
  const id = anchorOf(part.key);
  const missing = part.required && (holding?.body ?? null) === null;
  return (
    <section className="report-text" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{part.heading.fr}</h2>
      <p>
        <strong className={missing ? 'late' : undefined}>{t.state(text, asOf)}.</strong>{' '}
        {part.lasting ? t.lasting(asOf) : t.forOneDate(asOf)}
      </p>
      {holding?.body && holding.source === 'summary' ? <p className="source">{t.summary}</p> : null}
      {part.hint ? (
        <p className="hint" id={`${id}-hint`}>
          {part.hint.fr}
        </p>
      ) : null}
      {done === null ? null : (
        <p className="saved" role="status">
          {t[done]}
        </p>
      )}
      <div id={`${id}-error`}>
        <Refusal message={refused?.message} />
      </div>
      <TextForm view={view} text={text} asOf={asOf} address={address} refused={refused} />
      <TextHistory text={text} open={refused?.overtaken ?? false} />
      <Withdrawal view={view} text={text} asOf={asOf} address={address} refused={refused} />
    </section>
  );
}

type FormProps = Pick<ReportTextProps, 'view' | 'text' | 'asOf' | 'address' | 'refused'>;

function TextForm({ view, text: { part, holding }, asOf, address, refused }: FormProps) {
  const id = anchorOf(part.key);
  const kept = refused?.intent === 'save' ? refused : null;
  const french = kept?.body ?? holding?.body?.fr ?? '';
  const english = kept?.bodyEn ?? holding?.body?.en ?? '';
  const rows = Math.max(linesOf(french), linesOf(english));
  const shared = {
    long: true,
    rows,
    invalid: kept !== null,
    describedBy: [
      ...(part.hint ? [`${id}-hint`] : []),
      HOW_TO_WRITE,
      ...(kept ? [`${id}-error`] : []),
    ].join(' '),
  };
  const heading = part.heading.fr;
  return (
    <WorkForm view={view} action={address}>
      <Seen part={part} holding={holding} asOf={asOf} />
      <div className="languages">
        <TextField name={`${id}-fr`} label={t.french(heading)} value={french} {...shared} />
        <TextField
          name={`${id}-en`}
          label={t.english(heading)}
          value={english}
          lang="en"
          {...shared}
        />
      </div>
      <button className="btn" type="submit" name="intent" value="save">
        {t.save}
        <span className="visually-hidden">{t.saveWhat(heading)}</span>
      </button>
    </WorkForm>
  );
}

function Withdrawal({ view, text: { part, holding }, asOf, address, refused }: FormProps) {
  if ((holding?.body ?? null) === null) return null;
  const id = `${anchorOf(part.key)}-withdraw`;
  return (
    <details open={refused?.intent === 'withdraw'}>
      <summary>
        {t.withdraw.title}
        <span className="visually-hidden">{t.saveWhat(part.heading.fr)}</span>
      </summary>
      <WorkForm view={view} action={address}>
        <Seen part={part} holding={holding} asOf={asOf} />
        <p>{t.withdraw.what(asOf, part.lasting)}</p>
        <div className="check-field">
          <input id={id} name="confirm" type="checkbox" required />
          <label htmlFor={id}>{t.withdraw.confirm(part.heading.fr)}</label>
        </div>
        <button className="btn quiet" type="submit" name="intent" value="withdraw">
          {t.withdraw.submit}
        </button>
      </WorkForm>
    </details>
  );
}

/** Which text, for which date, and the version its editor has under their eyes. */
function Seen({
  part,
  holding,
  asOf,
}: Pick<ReportTextState, 'part' | 'holding'> & { asOf: string }) {
  return (
    <>
      <input type="hidden" name="key" value={part.key} />
      <input type="hidden" name="asOf" value={asOf} />
      <input type="hidden" name="seen" value={holding?.versionId ?? ''} />
    </>
  );
}

function linesOf(text: string): number {
  const lines = text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LINE)), 0);
  return Math.min(MOST_LINES, Math.max(FEWEST_LINES, lines + 1));
}
