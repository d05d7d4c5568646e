import type { LoaderFunctionArgs } from 'react-router';
import { openPage } from '../page/open-page.ts';
import { refuse } from '../page/problem.ts';

/** Every address that leads nowhere. */
export async function loader(args: LoaderFunctionArgs) {
  const { frame } = await openPage(args);
  return refuse(frame, { kind: 'not-found' });
}

export default function NotFoundPage() {
  return null;
}
