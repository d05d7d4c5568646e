/** The parts of an OpenAPI 3.1 description that the reference page shows. */
interface Description {
  readonly paths?: Readonly<Record<string, unknown>> | undefined;
  readonly components?:
    | { readonly schemas?: Readonly<Record<string, unknown>> | undefined }
    | undefined;
}

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly description?: string;
  readonly example?: unknown;
}

interface Operation {
  readonly summary?: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly description?: string;
    readonly schema?: Schema;
    readonly example?: unknown;
  }[];
  readonly responses?: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> }>
  >;
}

export interface ReferenceField {
  readonly name: string;
  readonly type: string;
  readonly description: string | null;
  readonly example: string | null;
}

export interface ReferenceOperation {
  readonly id: string;
  readonly path: string;
  readonly summary: string;
  readonly parameters: readonly (ReferenceField & { readonly required: boolean })[];
  /** Media type and fields of what is answered; no fields for a file. */
  readonly answers: {
    readonly mediaType: string | null;
    readonly fields: readonly ReferenceField[];
  };
}

export interface ReferenceSchema {
  readonly name: string;
  readonly fields: readonly ReferenceField[];
}

export interface ApiReference {
  readonly operations: readonly ReferenceOperation[];
  readonly schemas: readonly ReferenceSchema[];
}

/** From the very description that machines read to what a person reads: nothing is written twice. */
export function readReference({ paths = {}, components }: Description): ApiReference {
  return {
    operations: Object.entries(paths).flatMap(([path, item]) => {
      const { get } = item as { readonly get?: Operation };
      return get ? [readOperation(path, get)] : [];
    }),
    schemas: Object.entries(components?.schemas ?? {}).map(([name, schema]) => ({
      name,
      fields: fieldsOf(schema as Schema),
    })),
  };
}

function readOperation(path: string, operation: Operation): ReferenceOperation {
  const [media] = Object.entries(operation.responses?.['200']?.content ?? {});
  const [mediaType, answer] = media ?? [null, undefined];
  return {
    id: path.replace(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, ''),
    path,
    summary: operation.summary ?? path,
    parameters: (operation.parameters ?? []).map((parameter) => ({
      ...fieldOf(parameter.name, parameter.schema ?? {}),
      description: parameter.description ?? parameter.schema?.description ?? null,
      example: exampleOf(parameter.example ?? parameter.schema?.example),
      required: parameter.required ?? false,
    })),
    answers: { mediaType, fields: answer?.schema ? answerFields(answer.schema) : [] },
  };
}

/** An answer that is one of the named schemas is one field of that type. */
function answerFields(schema: Schema): ReferenceField[] {
  return schema.$ref ? [fieldOf('', schema)] : fieldsOf(schema);
}

function fieldsOf(schema: Schema): ReferenceField[] {
  return Object.entries(schema.properties ?? {}).map(([name, property]) => fieldOf(name, property));
}

function fieldOf(name: string, schema: Schema): ReferenceField {
  return {
    name,
    type: typeOf(schema),
    description: schema.description ?? null,
    example: exampleOf(schema.example),
  };
}

function exampleOf(example: unknown): string | null {
  return example === undefined ? null : JSON.stringify(example);
}

/** A type as one reads it: "Measure[]", "string | null", "'true' | 'false'". */
function typeOf(schema: Schema): string {
  if (schema.$ref) return schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  const parts = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (parts) return parts.map(typeOf).join(' | ');
  const names = Array.isArray(schema.type) ? schema.type : [schema.type ?? 'object'];
  return names
    .map((name) => {
      if (name === 'array') return `${schema.items ? typeOf(schema.items) : 'object'}[]`;
      if (name === 'string' && schema.format) return schema.format;
      return name;
    })
    .join(' | ');
}
