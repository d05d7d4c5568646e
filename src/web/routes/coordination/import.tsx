import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from 'react-router';
import type { PlanSummary } from '#modules/plan/index.ts';
import { DomainError } from '#platform/errors/domain-error.ts';
import { STATUS } from '#platform/http/problem.ts';
import { Refusal } from '../../components/coordination/refusal.tsx';
import { TextField } from '../../components/coordination/text-field.tsx';
import { Page } from '../../components/page.tsx';
import { Trail } from '../../components/trail.tsx';
import { WorkForm } from '../../components/work/work-form.tsx';
import { coordination } from '../../messages/coordination.ts';
import { openCoordinationPage, readForm, textOf } from '../../page/coordination.ts';
import type { PageProps } from '../../page/props.ts';
import { openView, say, type View } from '../../page/view.ts';

const t = coordination.upload;

/** Where the follow-up table is brought in. */
export async function loader(args: LoaderFunctionArgs) {
  const { site, frame } = await openCoordinationPage(args);
  return { frame, plans: await site.plans.list() };
}

/** Keeps the file and leads to its preview; what is refused comes back with the form as it was filled in. */
export async function action(args: ActionFunctionArgs) {
  const { frame, coordination: useCases } = await openCoordinationPage(args);
  let filled: Filled = {};
  try {
    const form = await readForm(args, t.tooLarge);
    filled = {
      plan: textOf(form, 'plan'),
      newKey: textOf(form, 'newKey'),
      asOf: textOf(form, 'asOf'),
    };
    const { draft } = await useCases.draftImport({
      planKey: planKey(filled),
      asOf: filled.asOf || null,
      ...(await fileOf(form)),
    });
    return redirect(openView(frame).to.coordination('preview', { draft }));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return data({ message: error.message, filled }, { status: STATUS[error.code] });
  }
}

interface Filled {
  readonly plan?: string;
  readonly newKey?: string;
  readonly asOf?: string;
}

function planKey({ plan = '', newKey = '' }: Filled): string {
  const key = plan === '' ? newKey : plan;
  if (key === '') throw new DomainError('invalid', t.missingKey);
  return key;
}

async function fileOf(form: FormData) {
  const file = form.get('file');
  if (!(file instanceof File) || file.size === 0) {
    throw new DomainError('invalid', t.missingFile);
  }
  return { fileName: file.name, content: new Uint8Array(await file.arrayBuffer()) };
}

export default function ImportPage({
  loaderData,
  actionData,
}: PageProps<typeof loader, typeof action>) {
  const view = openView(loaderData.frame);
  return (
    <Page view={view} title={t.title} unlisted>
      <Trail view={view}>
        <li>
          <a href={view.to.coordination('home')}>{coordination.title}</a>
        </li>
      </Trail>
      <div className="head">
        <h1>{t.title}</h1>
        <p className="lede">{t.lede}</p>
        <Refusal message={actionData?.message} />
      </div>
      <UploadForm view={view} plans={loaderData.plans} filled={actionData?.filled ?? {}} />
      <section>
        <h2>{t.accepted}</h2>
        <ul>
          {t.rules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </section>
    </Page>
  );
}

interface UploadFormProps {
  readonly view: View;
  readonly plans: readonly PlanSummary[];
  readonly filled: Filled;
}

function UploadForm({ view, plans, filled }: UploadFormProps) {
  return (
    <WorkForm view={view} className="stacked" encType="multipart/form-data">
      <div className="text-field">
        <label htmlFor="plan">{t.plan}</label>
        <select id="plan" name="plan" className="field" defaultValue={filled.plan ?? plans[0]?.key}>
          {plans.map((plan) => (
            <option key={plan.key} value={plan.key}>
              {say(view.locale, plan.title).text}
            </option>
          ))}
          <option value="">{t.newPlan}</option>
        </select>
      </div>
      <TextField name="newKey" label={t.newKey} hint={t.newKeyHint} value={filled.newKey ?? ''} />
      <div className="text-field">
        <label htmlFor="asOf">{t.asOf}</label>
        <p className="hint" id="asOf-hint">
          {t.asOfHint}
        </p>
        <input
          id="asOf"
          name="asOf"
          type="date"
          className="field num"
          defaultValue={filled.asOf}
          aria-describedby="asOf-hint"
        />
      </div>
      <div className="text-field">
        <label htmlFor="file">{t.file}</label>
        <input
          id="file"
          name="file"
          type="file"
          className="field"
          accept=".xlsx,.csv,.json"
          required
        />
      </div>
      <button className="btn" type="submit">
        {t.submit}
      </button>
    </WorkForm>
  );
}
