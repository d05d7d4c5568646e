import { type LoaderFunctionArgs, redirect } from 'react-router';
import { openPage } from '../page/open-page.ts';
import { openView } from '../page/view.ts';
import { loader as listPlans } from './plans.tsx';

export { default } from './plans.tsx';

/** The way in: the plan where there is one, the choice where there are several. */
export async function loader(args: LoaderFunctionArgs) {
  const { frame } = await openPage(args);
  if (frame.plan) throw redirect(openView(frame).to.page('plan'));
  return listPlans(args);
}
