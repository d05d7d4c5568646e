import { ConcreteHyperlink, type IContext, type IXmlableObject, type ParagraphChild } from 'docx';

const HYPERLINK =
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink' as const;

/** The longest place in a page that Word takes apart from its address. */
const LONGEST_ANCHOR = 255;

/** A link out of the document. docx’s own has a name drawn at random: the bytes would never be the same. */
export class Link extends ConcreteHyperlink {
  readonly #address: string;
  readonly #written = new WeakSet<object>();

  /** @param name that no other link of the document has */
  constructor(children: readonly ParagraphChild[], name: string, href: string) {
    const [address, anchor] = splitAnchor(acceptable(href));
    super(children, name, anchor, href);
    this.#address = address;
  }

  override prepForXml(context: IContext): IXmlableObject | undefined {
    const { Relationships: relationships } = context.viewWrapper;
    if (!this.#written.has(relationships)) {
      this.#written.add(relationships);
      relationships.addRelationship(this.linkId, HYPERLINK, this.#address, 'External');
    }
    return super.prepForXml(context);
  }
}

/** Word refuses a file that has an address with a space: such ones are written as browsers send them. */
function acceptable(href: string): string {
  return /^[!#-;=?-[\]_a-z~]*$/.test(href) ? href : new URL(href).href;
}

function splitAnchor(href: string): [address: string, anchor: string | undefined] {
  const at = href.indexOf('#');
  const anchor = href.slice(at + 1);
  if (at < 0 || anchor === '' || anchor.length > LONGEST_ANCHOR) return [href, undefined];
  return [href.slice(0, at), anchor];
}
