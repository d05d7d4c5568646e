import { z } from 'zod';
import { blockSchema, documentSchema, inlineSchema, tableSchema, toneSchema } from '../document.ts';

/*
 * JSON says the facts. Drawings are left out, with the measures that only serve to place them: what a
 * drawing shows is in its words, its caption and its data. Everything else is the block model itself.
 */

/** Of an object that has an `svg`, what is left out of its JSON. */
export const DRAWN: readonly string[] = ['svg', 'width', 'height', 'ratio'];

/** The model under the address of its schema. Parsing puts keys in the order of the model. */
export const addressedSchema = z.object({ $schema: z.string(), ...documentSchema.shape });

/**
 * The JSON Schema (2020-12) of what `renderJson` gives, made from the block model: nothing in it is
 * written by hand.
 *
 * @param id the absolute address it is published at
 */
export function documentJsonSchema(id: string): Readonly<Record<string, unknown>> {
  const { $schema, ...described } = z.toJSONSchema(addressedSchema, {
    target: 'draft-2020-12',
    io: 'output',
    metadata: names(),
    override: ({ jsonSchema }) => leaveOutDrawing(jsonSchema),
  });
  return { $schema, $id: id, ...described };
}

/** The parts that have a name in the model keep it: published once each, under `$defs`. */
function names(): z.core.$ZodRegistry<{ id: string }> {
  const registry = z.registry<{ id: string }>();
  registry.add(documentSchema.shape.language, { id: 'language' });
  registry.add(toneSchema, { id: 'tone' });
  registry.add(inlineSchema, { id: 'inline' });
  registry.add(blockSchema, { id: 'block' });
  registry.add(tableSchema.shape.columns.element, { id: 'column' });
  registry.add(tableSchema.shape.groups.element.shape.rows.element.element, { id: 'cell' });
  for (const part of new Set([...inlineSchema.options, ...blockSchema.options])) {
    registry.add(part, { id: part.shape.kind.value });
  }
  return registry;
}

function leaveOutDrawing(schema: z.core.JSONSchema.BaseSchema): void {
  const { properties, required } = schema;
  if (!properties?.['svg']) return;
  for (const name of DRAWN) delete properties[name];
  if (required) schema.required = required.filter((name) => !DRAWN.includes(name));
}
