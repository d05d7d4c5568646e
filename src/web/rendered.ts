import { createContext } from 'react-router';

export interface Rendered {
  html: string | null;
  /** See `allowScript`. */
  scriptNonce: string | null;
}

/**
 * Where the renderer leaves the page's text. A Response would turn it into a stream of bytes for the
 * server to turn back; as text it goes out as it is, a tenth faster.
 */
export const renderedContext = createContext<Rendered>();
