import type { Document } from '../document.ts';
import { addressedSchema, DRAWN } from './json-form.ts';

export { documentJsonSchema } from './json-form.ts';

/** What names the schema in a file that was not told where it is published. */
export const SCHEMA_ADDRESS = 'document.schema.json';

/**
 * A document's facts as JSON (UTF-8, one line), keys in the order of the block model: the same document
 * gives the same bytes, however it was put together. Compact: indented, a plan of 1,600 measures weighs
 * 7.4 MB instead of 1.9.
 *
 * @param schema the address of its JSON Schema (see `documentJsonSchema`)
 */
export function renderJson(document: Document, schema: string = SCHEMA_ADDRESS): Uint8Array {
  const ordered = addressedSchema.parse({ $schema: schema, ...document });
  return new TextEncoder().encode(`${JSON.stringify(ordered, withoutDrawing)}\n`);
}

function withoutDrawing(_name: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || !('svg' in value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([name]) => !DRAWN.includes(name)));
}
