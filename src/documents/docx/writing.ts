import type { IXmlableObject } from 'docx';
import type { Document } from '../document.ts';
import { Pictures } from './pictures.ts';

/** What is kept while one document is written: its words, its pictures, its numbers. */
export class Writing {
  readonly language: Document['language'];
  readonly words: Document['words'];
  readonly pictures = new Pictures();
  /** What docx makes of each drawing at each size. */
  readonly inlines = new Map<string, readonly IXmlableObject[]>();
  #ids = 0;
  readonly #captions = { figure: 0, table: 0 };

  constructor({ language, words }: Document) {
    this.language = language;
    this.words = words;
  }

  /** A number that nothing else in this document has. docx would count across documents. */
  nextId(): number {
    this.#ids += 1;
    return this.#ids;
  }

  nextCaption(kind: 'figure' | 'table'): number {
    this.#captions[kind] += 1;
    return this.#captions[kind];
  }
}
