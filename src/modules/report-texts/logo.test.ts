import { describe, expect, it } from 'vitest';
import { faultOfLogo } from './logo.ts';
import { drawing } from './testing/template.ts';

const XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"';
const outside = (name: string) => `« ${name} » renvoie hors du dessin; tout doit y être.`;
const element = (name: string) => `l’élément « ${name} » n’est pas admis.`;
const STYLE = 'son style renvoie hors du dessin; tout doit y être.';

describe('a drawing that stands alone', () => {
  it.each([
    ['shapes', drawing()],
    [
      'a gradient of its own',
      drawing('<defs><linearGradient id="a"/></defs><path d="M0 0" fill="url(#a)"/>'),
    ],
    ['a part used twice', drawing('<g id="a"/><use href="#a"/><use xlink:href="#a"/>', XLINK)],
    ['styles', drawing('<style>.a{fill:#095797;mask:url("#m")}</style><path class="a" d="M0 0"/>')],
    ['an image it carries', drawing('<image href="data:image/png;base64,iVBORw0KGgo="/>')],
    [
      'the notes of a drawing program',
      drawing(
        '<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata>',
      ),
    ],
    ['an XML declaration', `<?xml version="1.0" encoding="UTF-8"?>\n${drawing()}`],
  ])('may have %s', (_, svg) => {
    expect(faultOfLogo(svg)).toBeNull();
  });
});

describe('a drawing is refused', () => {
  it.each([
    ['a script', drawing('<script>alert(1)</script>'), element('script')],
    ['a script in capitals', drawing('<SCRIPT/>'), element('SCRIPT')],
    [
      'a script under a prefix',
      drawing('<s:script/>', 'xmlns:s="http://www.w3.org/2000/svg"'),
      element('s:script'),
    ],
    ['a page inside', drawing('<foreignObject/>'), element('foreignObject')],
    [
      'an element of pages',
      drawing('<h:p/>', 'xmlns:h="http://www.w3.org/1999/xhtml"'),
      element('h:p'),
    ],
    ['an element of no vocabulary', drawing('<iframe xmlns="urn:x"/>'), element('iframe')],
    ['a link', drawing('<a href="#x"/>'), element('a')],
    ['what moves', drawing('<set attributeName="href" to="x"/>'), element('set')],
    ['an event', drawing('', 'onload="alert(1)"'), 'l’attribut « onload » n’est pas admis.'],
    ['an event in capitals', drawing('', 'ONLOAD="x"'), 'l’attribut « ONLOAD » n’est pas admis.'],
    ['an image elsewhere', drawing('<image href="https://x.ca/a.png"/>'), outside('href')],
    ['an older address', drawing('<use xlink:href="a.svg#b"/>', XLINK), outside('xlink:href')],
    [
      'a drawing within an address',
      drawing('<image href="data:image/svg+xml,%3C"/>'),
      outside('href'),
    ],
    ['a code in an address', drawing('<use href=" javascript:x"/>'), outside('href')],
    ['another base', drawing('', 'xml:base="https://x.ca/"'), outside('xml:base')],
    ['a fill from elsewhere', drawing('<path fill="url(https://x.ca/#a)"/>'), outside('fill')],
    ['an escaped one', drawing('<path fill="u\\72l(//x.ca)"/>'), outside('fill')],
    ['one behind a comment', drawing('<path style="fill:url/**/(//x.ca)"/>'), outside('style')],
    ['a font from elsewhere', drawing('<style>@import "//x.ca/a.css";</style>'), STYLE],
    ['a style cut in two', drawing('<style>@im<g/>port "//x.ca";</style>'), STYLE],
    ['a style in a section', drawing('<style><![CDATA[a{fill:url( "x" )}]]></style>'), STYLE],
    ['a choice of images', drawing('<style>a{mask:image-set("x" 1x)}</style>'), STYLE],
    [
      'a document type',
      `<!DOCTYPE svg SYSTEM "http://x.ca/a.dtd">${drawing()}`,
      'retirez la ligne DOCTYPE, qui renvoie ailleurs.',
    ],
    [
      'an instruction',
      `<?xml-stylesheet href="a.css"?>${drawing()}`,
      'retirez l’instruction « xml-stylesheet », qui renvoie ailleurs.',
    ],
    ['what is not closed', drawing('<g>'), 'ce n’est pas un dessin SVG bien formé.'],
    ['another image', 'GIF89a', 'ce n’est pas un dessin SVG bien formé.'],
    [
      'no vocabulary',
      '<svg/>',
      'l’élément « svg » est attendu d’abord, avec l’espace de noms de SVG.',
    ],
    ['nothing', '', 'ce n’est pas un dessin SVG bien formé.'],
  ])('for %s', (_, svg, fault) => {
    expect(faultOfLogo(svg)).toBe(fault);
  });

  it('for its weight, in bytes', () => {
    const titled = (letters: number) => drawing(`<title>${'é'.repeat(letters)}</title>`);
    const letters = Math.floor((200_000 - titled(0).length) / 2);
    expect(faultOfLogo(titled(letters))).toBeNull();
    expect(faultOfLogo(titled(letters + 1))).toBe('200 ko au plus : simplifiez le dessin.');
  });
});
