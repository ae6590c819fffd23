import { z } from 'zod';
import { RegistryInputError } from '../registry-input.error.js';
import type { JsonSchema } from '../state/registry-state.js';
import { sortedEntries } from './sorted-entries.js';

/**
 * Writes a contract's schema as JSON Schema 2020-12, with its properties sorted. Unknown properties are let pass, as
 * consumers do.
 * @param name what bears the schema, for the message.
 * @throws {RegistryInputError} when it says something that JSON Schema cannot say.
 */
export function toJsonSchema(schema: z.ZodType, name: string): JsonSchema {
  try {
    const { $schema, ...written } = z.toJSONSchema(schema, { io: 'input', override });
    return written;
  } catch (error) {
    throw new RegistryInputError(
      `${name} cannot be written as JSON Schema: ${(error as Error).message}. Use fields that travel as JSON: texts, numbers, booleans, null, lists and objects.`,
    );
  }
}

function override({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  const { properties, required, additionalProperties } = jsonSchema;
  if (properties) jsonSchema.properties = Object.fromEntries(sortedEntries(properties));
  required?.sort();
  if (isEmpty(additionalProperties)) delete jsonSchema.additionalProperties;
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
