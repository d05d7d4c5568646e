import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from 'react-router';
import { DomainError } from '#platform/errors/domain-error.ts';
import { STATUS } from '#platform/http/problem.ts';
import { Refusal } from '../../components/coordination/refusal.tsx';
import { TextsForm } from '../../components/coordination/texts-form.tsx';
import { Page } from '../../components/page.tsx';
import { Trail } from '../../components/trail.tsx';
import { coordination } from '../../messages/coordination.ts';
import { openCoordinationPage, readForm } from '../../page/coordination.ts';
import { refuse } from '../../page/problem.ts';
import type { PageProps } from '../../page/props.ts';
import { readTexts, textsOf } from '../../page/texts.ts';
import { openView } from '../../page/view.ts';

const t = coordination.texts;

/** The texts of a plan that the coordination writes itself, as they stand. */
export async function loader(args: LoaderFunctionArgs) {
  const { site, frame } = await openCoordinationPage(args);
  const key = args.params['plan'] ?? '';
  const result = await site.plans.state(key);
  if (result.kind !== 'found') return refuse(frame, { kind: 'unknown-plan', key });
  return { frame, key, texts: textsOf(result.state), names: namesOf(result.state.measures) };
}

/** Writes the texts; what is refused comes back with the form as it was filled in. */
export async function action(args: ActionFunctionArgs) {
  const { frame, coordination: useCases } = await openCoordinationPage(args);
  const key = args.params['plan'] ?? '';
  const texts = readTexts(await readForm(args, coordination.upload.tooLarge));
  try {
    await useCases.editTexts(key, texts);
    return redirect(openView(frame).to.coordination('texts', { plan: key }, { saved: '1' }));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return data({ message: error.message, texts }, { status: STATUS[error.code] });
  }
}

function namesOf(measures: readonly { number: string; name: { fr: string } }[]) {
  return Object.fromEntries(measures.map(({ number, name }) => [number, name.fr]));
}

export default function TextsPage({
  loaderData,
  actionData,
}: PageProps<typeof loader, typeof action>) {
  const { frame, names } = loaderData;
  const view = openView(frame);
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
        {frame.query['saved'] === '1' && !actionData ? (
          <p className="saved" role="status">
            {t.saved}
          </p>
        ) : null}
      </div>
      <TextsForm view={view} texts={actionData?.texts ?? loaderData.texts} names={names} />
    </Page>
  );
}
