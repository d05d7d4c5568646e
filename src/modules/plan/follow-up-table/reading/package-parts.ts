import { refusals } from '../refusals.ts';
import type { Archive } from './archive.ts';
import { readXml } from './xml.ts';

/** One relationship of a package part: what kind of thing it leads to, and where. */
export interface Relationship {
  id: string;
  /** The last word of its type: `worksheet`, `sharedStrings`, `hyperlink`… */
  type: string;
  /** A path in the archive, or an address when `external`. */
  target: string;
  external: boolean;
}

/** What `workbook.xml` says: its sheets in order, and how it counts days. */
export interface WorkbookPart {
  sheets: { name: string; hidden: boolean; relationship: string }[];
  from1904: boolean;
}

/**
 * @param part the path of the part whose relationships are wanted; the empty string is the package.
 * @returns its relationships, none when it has no such file.
 */
export async function readRelationships(archive: Archive, part: string): Promise<Relationship[]> {
  const slash = part.lastIndexOf('/');
  const folder = part.slice(0, slash + 1);
  const path = `${folder}_rels/${part.slice(slash + 1)}.rels`;
  const relationships: Relationship[] = [];
  if (!archive.has(path)) return relationships;
  await readXml(archive.open(path), {
    open(name, attributes) {
      if (name !== 'Relationship') return;
      const external = attributes['TargetMode'] === 'External';
      const target = attributes['Target'] ?? '';
      relationships.push({
        id: attributes['Id'] ?? '',
        type: (attributes['Type'] ?? '').split('/').at(-1) ?? '',
        target: external ? target : resolve(folder, target),
        external,
      });
    },
  });
  return relationships;
}

/** @returns the path of the part that the package opens on. */
export async function findMainPart(archive: Archive): Promise<string> {
  const relationships = await readRelationships(archive, '');
  const main = relationships.find((relationship) => relationship.type === 'officeDocument');
  if (!main) throw refusals.damaged('il y manque le classeur lui-même');
  return main.target;
}

export async function readWorkbookPart(archive: Archive, path: string): Promise<WorkbookPart> {
  const workbook: WorkbookPart = { sheets: [], from1904: false };
  await readXml(archive.open(path), {
    open(name, attributes) {
      if (name === 'workbookPr') {
        workbook.from1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
      } else if (name === 'sheet') {
        workbook.sheets.push({
          name: attributes['name'] ?? '',
          hidden: (attributes['state'] ?? 'visible') !== 'visible',
          relationship: relationshipId(attributes),
        });
      }
    },
  });
  return workbook;
}

/** The `r:id` of an element, whatever the prefix its producer chose. */
export function relationshipId(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '';
}

function resolve(folder: string, target: string): string {
  const path = target.startsWith('/') ? target : `${folder}${target}`;
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
