import type { ReactNode } from 'react';
import type { View } from '../page/view.ts';

/** The way back up, above a page's title. */
export function Trail({ view, children }: { readonly view: View; readonly children: ReactNode }) {
  return (
    <nav className="trail" aria-label={view.t.common.trail}>
      <ol className="inline">{children}</ol>
    </nav>
  );
}
