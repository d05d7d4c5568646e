import { SaxesParser, type SaxesTagNS } from 'saxes';

/** In bytes. A drawing that is larger holds photographs, or was never simplified. */
const LARGEST = 200_000;

const SVG = 'http://www.w3.org/2000/svg';
const XMLNS = 'http://www.w3.org/2000/xmlns/';
/** What of another vocabulary a browser would bring to life inside a drawing. */
const LIVE: readonly string[] = [
  'http://www.w3.org/1999/xhtml',
  'http://www.w3.org/1998/Math/MathML',
];

/** All that draws, and nothing that runs, moves, or lets another kind of document in. */
const ELEMENTS: ReadonlySet<string> = new Set(
  `svg g defs symbol use title desc metadata style switch
   path rect circle ellipse line polyline polygon text tspan textPath image
   clipPath mask pattern linearGradient radialGradient stop marker filter
   feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting
   feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR
   feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight
   feSpecularLighting feSpotLight feTile feTurbulence`.split(/\s+/),
);

/** Addresses that stay inside: a part of the drawing, or an image it carries. */
const INSIDE = /^\s*(#|data:image\/(png|jpeg|gif|webp);base64,)/;

/**
 * What keeps a drawing from being a report's logo, in French; null when nothing does. It must stand
 * alone: no script, nothing that moves, no reference to anything outside itself. It is judged as the
 * XML it is, not by what its text looks like.
 */
export function faultOfLogo(svg: string): string | null {
  if (new TextEncoder().encode(svg).length > LARGEST) {
    return '200 ko au plus : simplifiez le dessin.';
  }
  return new Inspection().judge(svg);
}

/** Reads a drawing for the first fault it has. */
class Inspection {
  #fault: string | null = null;
  #depth = 0;
  /** How deep what is read stands in something that a `use` may draw again; 0 outside of any. */
  #reused = 0;
  /** The style sheet being read, and how deep it stands; null outside of one. */
  #styles: { readonly depth: number; text: string } | null = null;

  judge(svg: string): string | null {
    const parser = new SaxesParser({ xmlns: true });
    parser.on('opentag', (tag) => this.#open(tag));
    parser.on('closetag', () => this.#close());
    parser.on('text', (text) => this.#read(text));
    parser.on('cdata', (text) => this.#read(text));
    parser.on('doctype', () => this.#note('retirez la ligne DOCTYPE, qui renvoie ailleurs.'));
    parser.on('processinginstruction', ({ target }) =>
      this.#note(`retirez l’instruction « ${target} », qui renvoie ailleurs.`),
    );
    parser.on('error', () => this.#note('ce n’est pas un dessin SVG bien formé.'));
    parser.write(svg).close();
    return this.#fault;
  }

  #note(fault: string): void {
    this.#fault ??= fault;
  }

  #open(tag: SaxesTagNS): void {
    const { name, local, uri } = tag;
    if (this.#depth === 0 && (local !== 'svg' || uri !== SVG)) {
      this.#note('l’élément « svg » est attendu d’abord, avec l’espace de noms de SVG.');
    }
    this.#depth += 1;
    if (!isAdmitted(tag)) this.#note(`l’élément « ${name} » n’est pas admis.`);
    if (local === 'use' && this.#reused > 0) {
      this.#note(
        'un « use » ne peut être dans ce qu’un autre reprend : le dessin n’aurait pas de fin.',
      );
    }
    if (this.#reused > 0 || (this.#depth > 1 && isReusable(tag))) this.#reused += 1;
    if (local === 'style') this.#styles ??= { depth: this.#depth, text: '' };
    for (const attribute of Object.values(tag.attributes)) {
      if (attribute.uri === XMLNS) continue;
      if (/^on/i.test(attribute.local)) {
        this.#note(`l’attribut « ${attribute.name} » n’est pas admis.`);
      }
      if (attributeReachesOut(attribute)) {
        this.#note(`« ${attribute.name} » renvoie hors du dessin; tout doit y être.`);
      }
    }
  }

  #read(text: string): void {
    if (this.#styles !== null) this.#styles.text += text;
  }

  #close(): void {
    if (this.#styles?.depth === this.#depth) {
      if (styleReachesOut(this.#styles.text)) {
        this.#note('son style renvoie hors du dessin; tout doit y être.');
      }
      this.#styles = null;
    }
    this.#depth -= 1;
    if (this.#reused > 0) this.#reused -= 1;
  }
}

/** What a `use` may draw again. */
function isReusable({ attributes }: SaxesTagNS): boolean {
  return 'id' in attributes;
}

/** Drawing programs leave notes in vocabularies of their own, under a prefix: nothing reads them. */
function isAdmitted({ local, prefix, uri }: SaxesTagNS): boolean {
  return uri === SVG ? ELEMENTS.has(local) : prefix !== '' && !LIVE.includes(uri);
}

function attributeReachesOut({ name, local, value }: SaxesTagNS['attributes'][string]): boolean {
  const isAddress = local === 'href' || local === 'src' || name === 'xml:base';
  return isAddress ? !INSIDE.test(value) : styleReachesOut(value);
}

/** Whether a style asks for something outside. Escapes are undone first, as browsers do. */
function styleReachesOut(style: string): boolean {
  // A comment can hide an address from whoever reads as we do: no drawing needs one.
  if (style.includes('/*')) return true;
  const plain = style
    .replace(/\\([0-9a-f]{1,6})\s?/gi, (_, code: string) => characterOf(Number.parseInt(code, 16)))
    .replaceAll('\\', '');
  if (/@import|image-set\s*\(/i.test(plain)) return true;
  return [...plain.matchAll(/url\s*\(\s*["']?([^)]*)/gi)].some(
    ([, address = '']) => !INSIDE.test(address),
  );
}

function characterOf(code: number): string {
  return code > 0x10ffff ? '' : String.fromCodePoint(code);
}
