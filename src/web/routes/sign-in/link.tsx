import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { SignInPage } from '../../components/sign-in/sign-in-page.tsx';
import { WorkForm } from '../../components/work/work-form.tsx';
import type { PageProps } from '../../page/props.ts';
import { goTo, openSignInPage, orRefused } from '../../page/sign-in.ts';
import { openView } from '../../page/view.ts';
import { readWorkForm } from '../../page/work.ts';

/** Whatever opens links in mail opens this one too: nothing happens until somebody presses the button. */
export async function loader(args: LoaderFunctionArgs) {
  const { frame } = await openSignInPage(args);
  return { frame };
}

export async function action(args: ActionFunctionArgs) {
  const { site, next } = await openSignInPage(args);
  return orRefused(async () => {
    await readWorkForm(args);
    const token = args.params['token'] ?? '';
    const { cookies } = await site.work.signIn.enterByLink(site.request, token);
    return goTo(next, cookies);
  });
}

export default function Link({ loaderData, actionData }: PageProps<typeof loader, typeof action>) {
  const view = openView(loaderData.frame);
  const t = view.t.signIn;
  return (
    <SignInPage view={view} title={t.link.title} lede={t.link.use} refused={actionData}>
      <WorkForm view={view} className="stacked">
        <button className="btn" type="submit">
          {t.link.enter}
        </button>
      </WorkForm>
      <p>
        <a href={view.to.signIn('home')}>{t.link.back}</a>
      </p>
    </SignInPage>
  );
}
