import { buffer } from 'node:stream/consumers';
import { DOMParser } from 'linkedom';
import { fromBufferPromise } from 'yauzl';

/** The parts of a Word file or a workbook, by their paths. */
export async function readParts(bytes: Uint8Array): Promise<Map<string, Buffer>> {
  const archive = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true });
  const parts = new Map<string, Buffer>();
  for await (const entry of archive.eachEntry()) {
    parts.set(entry.fileName, await buffer(await archive.openReadStreamPromise(entry)));
  }
  return parts;
}

/** An element of a part, as tests ask about it. */
export interface Part {
  readonly text: string;
  readonly xml: string;
  /** @param name with its prefix: `w:tbl` */
  readonly all: (name: string) => Part[];
  readonly attribute: (name: string) => string | null;
}

/** @throws Error when the file has no such part */
export async function readPart(bytes: Uint8Array, path: string): Promise<Part> {
  const part = (await readParts(bytes)).get(path);
  if (!part) throw new Error(`no part ${path}`);
  const document = new DOMParser().parseFromString(part.toString('utf8'), 'text/xml');
  // The types of linkedom are its own; what it gives is the standard.
  return wrap(document.documentElement as unknown as Element);
}

function wrap(element: Element): Part {
  return {
    text: element.textContent ?? '',
    xml: element.outerHTML,
    all: (name) => [...element.getElementsByTagName(name)].map(wrap),
    attribute: (name) => element.getAttribute(name),
  };
}
