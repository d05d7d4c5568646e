import { xmlText } from '#platform/workbook/xml-text.ts';
import type { Document } from '../document.ts';
import { LOCALES } from './locales.ts';

/**
 * The properties that Word and search engines show. docx writes the time of writing in them; there is
 * none here: the same document must give the same bytes, and its date is in its text.
 */
export function coreProperties({ title, subtitle, publisher, language }: Document): string {
  const properties = [
    ['dc:title', title],
    ...(subtitle === null ? [] : [['dc:subject', subtitle] as const]),
    ['dc:creator', publisher],
    ['dc:language', LOCALES[language]],
  ] as const;
  const elements = properties.map(([name, value]) => `<${name}>${escapeXml(value)}</${name}>`);
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"' +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/">' +
    `${elements.join('')}</cp:coreProperties>`
  );
}

function escapeXml(text: string): string {
  return xmlText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
