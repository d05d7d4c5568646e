import type { Document } from '../document.ts';
import type { Numbering } from './numbering.ts';

/** What each part of a page is rendered with. */
export interface HtmlContext {
  readonly document: Document;
  readonly numbering: Numbering;
}
