import { renderToString } from 'react-dom/server';
import {
  type EntryContext,
  type HandleErrorFunction,
  type RouterContextProvider,
  ServerRouter,
} from 'react-router';
import { renderedContext } from '#web/rendered.ts';
import { siteContext } from '#web/site-context.ts';

/** Renders a page whole: public pages send no script, so there is nothing to stream for. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  context: RouterContextProvider,
): Response {
  const html = renderToString(<ServerRouter context={entry} url={request.url} />);
  context.get(renderedContext).html = `<!doctype html>${html}`;
  headers.set('content-type', 'text/html; charset=utf-8');
  return new Response(null, { status, headers });
}

/** A visitor who left is not a defect. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (!request.signal.aborted) context.get(siteContext).reportDefect(error);
};
