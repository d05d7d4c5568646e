import { Run, XmlComponent } from 'docx';

/** An element of Word’s XML that docx has no form for. */
export class Tag extends XmlComponent {
  constructor(
    name: string,
    attributes: Readonly<Record<string, string | number>> = {},
    children: readonly (XmlComponent | string)[] = [],
  ) {
    super(name);
    this.root.push({ _attr: attributes }, ...children);
  }
}

interface FieldOptions {
  /** Of what it shows. */
  readonly style?: string;
  /** Whether Word is to work out what it shows when it opens the file, which it asks about. */
  readonly dirty?: boolean;
}

/** The start of a field, up to what it shows. */
export function openField(instruction: string, { style, dirty }: FieldOptions = {}): Run[] {
  const begin = { 'w:fldCharType': 'begin', ...(dirty && { 'w:dirty': 'true' }) };
  return [
    new Tag('w:fldChar', begin),
    new Tag('w:instrText', { 'xml:space': 'preserve' }, [instruction]),
    new Tag('w:fldChar', { 'w:fldCharType': 'separate' }),
  ].map((part) => new Run({ children: [part], ...(style && { style }) }));
}

export function closeField({ style }: FieldOptions = {}): Run {
  const end = new Tag('w:fldChar', { 'w:fldCharType': 'end' });
  return new Run({ children: [end], ...(style && { style }) });
}
