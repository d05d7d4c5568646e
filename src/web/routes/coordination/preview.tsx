import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from 'react-router';
import { DomainError } from '#platform/errors/domain-error.ts';
import { STATUS } from '#platform/http/problem.ts';
import type { ImportPreview, PreviewChoices } from '#web/coordination/coordination.ts';
import { ChoicesForm } from '../../components/coordination/choices-form.tsx';
import { DifferencesTable } from '../../components/coordination/differences-table.tsx';
import { Messages } from '../../components/coordination/messages.tsx';
import { Refusal } from '../../components/coordination/refusal.tsx';
import { Page } from '../../components/page.tsx';
import { Trail } from '../../components/trail.tsx';
import { WorkForm } from '../../components/work/work-form.tsx';
import { coordination } from '../../messages/coordination.ts';
import { openCoordinationPage, readForm, textOf } from '../../page/coordination.ts';
import { refuse } from '../../page/problem.ts';
import type { PageProps } from '../../page/props.ts';
import { openView, type View } from '../../page/view.ts';

const t = coordination.preview;

/** What a file would change, before anything is changed. */
export async function loader(args: LoaderFunctionArgs) {
  const { frame, coordination: useCases } = await openCoordinationPage(args);
  try {
    const preview = await useCases.previewImport(args.params['draft'] ?? '');
    return { frame, preview };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return refuse(frame, { kind: 'refused', code: error.code, message: error.message });
  }
}

/** Confirms what was previewed, reads the file again with other choices, or forgets it. */
export async function action(args: ActionFunctionArgs) {
  const { frame, coordination: useCases } = await openCoordinationPage(args);
  const { to } = openView(frame);
  const draft = args.params['draft'] ?? '';
  try {
    const form = await readForm(args, coordination.upload.tooLarge);
    switch (textOf(form, 'intent')) {
      case 'discard':
        await useCases.discardImport(draft);
        return redirect(to.coordination('import'));
      case 'confirm': {
        const done = await useCases.confirmImport(draft, textOf(form, 'fingerprint'));
        return redirect(to.coordination('done', { plan: done.planKey }, whatWasDone(done)));
      }
      default: {
        const choices = readChoices(form);
        await useCases.previewImport(draft, choices);
        const keep = choices.keepUnknown ? '1' : null;
        return redirect(to.coordination('preview', { draft }, { keep }));
      }
    }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return data({ message: error.message }, { status: STATUS[error.code] });
  }
}

function whatWasDone({ asOf, counts }: ImportPreview) {
  return {
    as_of: asOf,
    ...Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, String(count)])),
  };
}

function readChoices(form: FormData): PreviewChoices {
  const mapping = [...form.keys()]
    .filter((name) => name.startsWith('column-'))
    .map((name) => [name.slice('column-'.length), textOf(form, name)] as const)
    .filter(([, field]) => field !== '');
  return {
    asOf: textOf(form, 'asOf') || null,
    mapping: Object.fromEntries(mapping),
    keepUnknown: form.has('keepUnknown'),
  };
}

export default function PreviewPage({
  loaderData,
  actionData,
}: PageProps<typeof loader, typeof action>) {
  const { frame, preview } = loaderData;
  const view = openView(frame);
  return (
    <Page view={view} title={t.title} unlisted>
      <Trail view={view}>
        <li>
          <a href={view.to.coordination('home')}>{coordination.title}</a>
        </li>
        <li>
          <a href={view.to.coordination('import')}>{t.trail}</a>
        </li>
      </Trail>
      <div className="head">
        <h1>{t.title}</h1>
        <Refusal message={actionData?.message} />
        <p className="lede">{lede(preview)}</p>
        <PreviewFacts view={view} preview={preview} />
        <Decision view={view} preview={preview} />
      </div>
      <Messages preview={preview} />
      <DifferencesTable preview={preview} />
      <ChoicesForm view={view} preview={preview} keepUnknown={frame.query['keep'] === '1'} />
    </Page>
  );
}

function lede({ messages, counts, fingerprint }: ImportPreview): string {
  const errors = messages.filter((message) => message.severity === 'error').length;
  if (fingerprint === null && errors > 0) return t.refused(errors);
  const { added, changed, withdrawn } = counts;
  return added + changed + withdrawn === 0 ? t.nothing : t.lede(counts);
}

interface PreviewProps {
  readonly view: View;
  readonly preview: ImportPreview;
}

function PreviewFacts({ view, preview }: PreviewProps) {
  const { fileName, sheet, planKey, planTitle, newPlan, asOf } = preview;
  return (
    <>
      <p className="source">{t.summary(preview.summary)}</p>
      <dl className="facts">
        <div>
          <dt>{t.facts.file}</dt>
          <dd>{fileName}</dd>
        </div>
        {sheet === null ? null : (
          <div>
            <dt>{t.facts.sheet}</dt>
            <dd>{sheet}</dd>
          </div>
        )}
        <div>
          <dt>{t.facts.plan}</dt>
          <dd>{newPlan ? t.newPlan(planTitle, planKey) : (planTitle ?? planKey)}</dd>
        </div>
        <div>
          <dt>{t.facts.asOf}</dt>
          <dd>{asOf === null ? t.noDate : view.t.common.date(asOf)}</dd>
        </div>
      </dl>
    </>
  );
}

/** Both are posts: a link must never change anything. */
function Decision({ view, preview }: PreviewProps) {
  return (
    <WorkForm view={view} className="decision">
      {preview.fingerprint === null ? null : (
        <>
          <input type="hidden" name="fingerprint" value={preview.fingerprint} />
          <button className="btn" type="submit" name="intent" value="confirm">
            {t.confirm}
          </button>
        </>
      )}
      <button className="btn quiet" type="submit" name="intent" value="discard">
        {t.discard}
      </button>
    </WorkForm>
  );
}
