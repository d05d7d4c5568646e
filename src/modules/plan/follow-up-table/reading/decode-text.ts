/**
 * Decodes a text file: a byte order mark decides; without one it is UTF-8 when it is valid UTF-8.
 * Otherwise it is what older spreadsheets write: Windows-1252, or Mac Roman where that makes more
 * letters of French out of it.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const windows = new TextDecoder('windows-1252').decode(bytes);
    const mac = new TextDecoder('macintosh').decode(bytes);
    return frenchLetters(mac) > frenchLetters(windows) ? mac : windows;
  }
}

function frenchLetters(text: string): number {
  return text.match(/[àâçéèêëîïôùûüœÀÂÇÉÈÊËÎÏÔÙÛ’«»]/g)?.length ?? 0;
}
