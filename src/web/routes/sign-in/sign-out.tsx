import { type ActionFunctionArgs, redirect } from 'react-router';
import { siteContext } from '#web/site-context.ts';
import { PAGES, SIGN_IN } from '../../page/addresses.ts';
import { goTo } from '../../page/sign-in.ts';
import { readWorkForm } from '../../page/work.ts';

/** Leaving changes something: an address alone does not. */
export function loader() {
  return redirect(SIGN_IN.home);
}

export async function action(args: ActionFunctionArgs) {
  const site = args.context.get(siteContext);
  await readWorkForm(args);
  return goTo(PAGES.home.fr, await site.work.signIn.leave(site.request, site.visitor));
}
