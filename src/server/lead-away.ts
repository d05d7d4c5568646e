import { html } from 'hono/html';

/**
 * Sends to another site by a page that goes there, in place of a redirection: after a form, Chromium
 * holds every redirection to `form-action`, and a provider may redirect in its turn to sites nobody
 * here knows. What leads within the site, or nowhere, is left as it is.
 *
 * @param origin of this site
 */
export async function leadAway(response: Response, origin: string): Promise<Response> {
  const location = response.headers.get('location');
  if (location === null || new URL(location, origin).origin === origin) return response;
  const headers = new Headers(response.headers);
  headers.delete('location');
  headers.set('refresh', `0;url=${location}`);
  headers.set('content-type', 'text/html; charset=utf-8');
  const page = await html`<!doctype html>
<html lang="fr-CA">
  <title>Passerelle</title>
  <p><a href="${location}">Continuer</a> · <a href="${location}" lang="en">Continue</a></p>
</html>`;
  return new Response(page, { headers });
}
