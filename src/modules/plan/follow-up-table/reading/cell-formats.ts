import type { Archive } from './archive.ts';
import { builtInFormat } from './number-format.ts';
import { readXml } from './xml.ts';

/** @returns the number format code of each cell style, in the order cells refer to them. */
export async function readCellFormats(archive: Archive, path: string): Promise<string[]> {
  const custom = new Map<number, string>();
  const identifiers: number[] = [];
  let inCellStyles = false;
  await readXml(archive.open(path), {
    open(name, attributes) {
      if (name === 'numFmt') {
        custom.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? 'General');
      } else if (name === 'cellXfs') {
        inCellStyles = true;
      } else if (name === 'xf' && inCellStyles) {
        identifiers.push(Number(attributes['numFmtId'] ?? 0));
      }
    },
    close(name) {
      if (name === 'cellXfs') inCellStyles = false;
    },
  });
  return identifiers.map((id) => custom.get(id) ?? builtInFormat(id));
}
