import type { ReactNode } from 'react';
import { FORM_TOKEN } from '../../page/form-token.ts';
import type { View } from '../../page/view.ts';

interface WorkFormProps {
  readonly view: View;
  /** Where it is sent; this very page by default. */
  readonly action?: string;
  readonly className?: string;
  readonly id?: string;
  /** For files. */
  readonly encType?: 'multipart/form-data';
  readonly 'aria-labelledby'?: string;
  readonly children: ReactNode;
}

/** A form that changes something: it carries the token that says it comes from the visitor's own page. */
export function WorkForm({ view, children, ...attributes }: WorkFormProps) {
  return (
    <form method="post" {...attributes}>
      <input type="hidden" name={FORM_TOKEN} value={view.frame.formToken ?? ''} />
      {children}
    </form>
  );
}
