import { refusals } from '../refusals.ts';

export type FileKind = 'workbook' | 'csv' | 'json';

/**
 * Tells what a file is from its first bytes; its name only settles what they leave open.
 *
 * @throws DomainError `invalid` (empty), `unsupported` (anything we recognise but do not read).
 */
export function sniff(bytes: Uint8Array, fileName: string): FileKind {
  if (bytes.length === 0) throw refusals.empty();
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return 'workbook';
  if (startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) throw refusals.looksLike('une archive ZIP vide');
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw oldOfficeFile(bytes);
  const binary = BINARY_KINDS.find(({ magic }) => startsWith(bytes, magic));
  if (binary) throw refusals.looksLike(binary.what);
  const head = firstText(bytes);
  const marked = TEXT_KINDS.find(({ pattern }) => pattern.test(head));
  if (marked) throw refusals.looksLike(marked.what);
  if (looksBinary(bytes)) throw refusals.unknownFormat();
  if (/^\s*$/.test(head) && bytes.length <= HEAD) throw refusals.empty();
  const extension = fileName.toLowerCase().split('.').at(-1);
  if (extension === 'json') return 'json';
  if (extension === 'csv' || extension === 'tsv' || extension === 'txt') return 'csv';
  return /^\s*[[{]/.test(head) ? 'json' : 'csv';
}

const HEAD = 4096;

const BINARY_KINDS: readonly { magic: readonly number[]; what: string }[] = [
  { magic: [0x25, 0x50, 0x44, 0x46], what: 'un PDF' },
  { magic: [0x89, 0x50, 0x4e, 0x47], what: 'une image PNG' },
  { magic: [0xff, 0xd8, 0xff], what: 'une image JPEG' },
  { magic: [0x47, 0x49, 0x46, 0x38], what: 'une image GIF' },
  { magic: [0x1f, 0x8b], what: 'une archive gzip' },
  { magic: [0x37, 0x7a, 0xbc, 0xaf], what: 'une archive 7-Zip' },
  { magic: [0x52, 0x61, 0x72, 0x21], what: 'une archive RAR' },
  { magic: [0x4d, 0x5a], what: 'un programme' },
];

const TEXT_KINDS: readonly { pattern: RegExp; what: string }[] = [
  { pattern: /^\s*\{\\rtf/, what: 'un document RTF' },
  {
    pattern: /^\s*<\?xml[\s\S]*urn:schemas-microsoft-com:office:spreadsheet/i,
    what: 'un classeur XML d’Excel 2003',
  },
  { pattern: /^\s*(<!doctype html|<html|<head|<body|<table|<meta)/i, what: 'une page HTML' },
  { pattern: /^\s*<(\?xml|!doctype|!--)/i, what: 'un fichier XML' },
];

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

/** The beginning as text, whichever encoding: only the markers above are looked for in it. */
function firstText(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD))
    .toString('latin1')
    .replace(/^ï»¿/, '')
    .replaceAll('\0', '');
}

/** Text has no NUL, save UTF-16, which must say so by its byte order mark. */
function looksBinary(bytes: Uint8Array): boolean {
  const utf16 = startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]);
  if (utf16) return false;
  const head = bytes.subarray(0, HEAD);
  if (bytes.includes(0)) return true;
  const controls = head.filter((byte) => byte < 32 && ![9, 10, 11, 12, 13, 27].includes(byte));
  return controls.length > head.length / 50;
}

/** The container of Office 97 to 2003, also used around encrypted workbooks. */
function oldOfficeFile(bytes: Uint8Array) {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const holds = (name: string) => buffer.includes(Buffer.from(name, 'utf16le'));
  if (holds('EncryptedPackage')) return refusals.encrypted();
  if (holds('WordDocument')) return refusals.looksLike('un ancien document Word (.doc)');
  if (holds('PowerPoint Document')) return refusals.looksLike('une ancienne présentation (.ppt)');
  return refusals.oldExcel();
}
