import { SaxesParser } from 'saxes';
import { DomainError } from '#platform/errors/domain-error.ts';
import { refusals } from '../refusals.ts';

/** Names come without their namespace prefix: producers disagree about prefixes. */
export interface XmlHandlers {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
  /** Once true, nothing more is parsed; what follows goes to `skim`, cut between tags. */
  enough?(): boolean;
  skim?(xml: string): void;
}

/**
 * Reads one XML part as it streams. Document type declarations are refused, so that no entity is
 * ever declared: the five built-in ones and character references are all that is expanded.
 *
 * @throws DomainError `invalid` when the XML is malformed or declares a document type.
 */
export async function readXml(
  chunks: AsyncIterable<Uint8Array>,
  handlers: XmlHandlers,
): Promise<void> {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({
    xmlns: false,
    position: false,
  });
  parser.on('error', (error) => {
    throw refusals.damaged('XML mal formé', error.message);
  });
  parser.on('doctype', () => {
    throw refusals.declaresEntities();
  });
  parser.on('opentag', (tag) => handlers.open(localName(tag.name), tag.attributes));
  if (handlers.text) {
    const text = handlers.text.bind(handlers);
    parser.on('text', text);
    parser.on('cdata', text);
  }
  if (handlers.close) {
    const close = handlers.close.bind(handlers);
    parser.on('closetag', (tag) => close(localName(tag.name)));
  }
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let unfinished = '';
  for await (const chunk of chunks) {
    const text = decode(() => decoder.decode(chunk, { stream: true }));
    if (handlers.enough?.()) {
      const xml = unfinished + text;
      unfinished = unfinishedTag(xml);
      handlers.skim?.(xml.slice(0, xml.length - unfinished.length));
    } else {
      unfinished = unfinishedTag(text);
      parser.write(text);
    }
  }
  if (handlers.enough?.()) return;
  parser.write(decode(() => decoder.decode()));
  parser.close();
}

function unfinishedTag(xml: string): string {
  const start = xml.lastIndexOf('<');
  return start > xml.lastIndexOf('>') ? xml.slice(start) : '';
}

function decode(read: () => string): string {
  try {
    return read();
  } catch {
    throw new DomainError('invalid', refusals.damaged('texte mal encodé').message);
  }
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
