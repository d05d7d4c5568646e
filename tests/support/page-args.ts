import { type LoaderFunctionArgs, RouterContextProvider } from 'react-router';
import { type Site, siteContext } from '#web/site-context.ts';
import type { openHttpSite } from './http-site.ts';
import type { GivenRoles } from './sign-in.ts';

type HttpSite = ReturnType<typeof openHttpSite>;
export type Attendance = Awaited<ReturnType<HttpSite['work']['signIn']['attend']>>;

/** Somebody with these roles, as the pages find them. */
export async function attend(site: HttpSite, roles: GivenRoles): Promise<Attendance> {
  const { cookie } = await site.signInAs(roles);
  return site.work.signIn.attend({
    headers: new Headers({ cookie }),
    address: null,
    requestId: 'essai',
  });
}

/** Nobody. */
export const NOBODY = { visitor: null, formToken: null, ownsForm: () => false };

export interface PageRequest {
  readonly address: string;
  readonly pattern: string;
  readonly who: Attendance | typeof NOBODY;
  readonly params?: Readonly<Record<string, string>>;
  /** Sent with the visitor's own token, unless it carries another. */
  readonly form?: Readonly<Record<string, string>>;
}

/** What the router gives a page's loader, or its action, for a request. */
export function pageArgs(site: HttpSite, asked: PageRequest): LoaderFunctionArgs {
  const { address, pattern, who, params = {}, form } = asked;
  const url = new URL(address, 'http://localhost');
  const context = new RouterContextProvider();
  const { services } = site.data;
  context.set(siteContext, {
    plans: services.plans,
    organisations: services.organisations,
    observations: services.observations,
    english: true,
    today: services.today(),
    ...who,
    work: site.work,
  } as unknown as Site);
  const body = new URLSearchParams({ 'form-token': who.formToken ?? '', ...form });
  return {
    request: new Request(url, form ? { method: 'POST', body } : {}),
    params,
    pattern,
    url,
    context,
  } as unknown as LoaderFunctionArgs;
}

/** What a page that refused would show: its status, and why. */
export async function refusalOf(work: () => Promise<unknown>) {
  const thrown = await work().then(
    () => null,
    (error: unknown) => error,
  );
  const { data, init } = thrown as {
    readonly data: { readonly problem: unknown };
    readonly init: { readonly status: number };
  };
  return { status: init.status, problem: data.problem };
}
