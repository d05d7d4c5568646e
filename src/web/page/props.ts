type Handler = (...args: never[]) => unknown;

/** What reaches a component: a redirection never does, and `data()` only wraps what it carries. */
type Returned<T> = T extends Response
  ? never
  : T extends { readonly data: infer Data; readonly init: ResponseInit | null }
    ? Data
    : T;

/** What a page's component is given: what its loader returned and, after a form, its action. */
export interface PageProps<Loader extends Handler, Action extends Handler = Handler> {
  readonly loaderData: Returned<Awaited<ReturnType<Loader>>>;
  readonly actionData?: Returned<Awaited<ReturnType<Action>>> | undefined;
}
