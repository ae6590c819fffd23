import { z } from 'zod';
import { RegistryInputError } from '../registry-input.error.js';
import type { JsonSchema } from '../state/registry-state.js';
import { sortedEntries } from './sorted-entries.js';

/**
 * Writes a contract's schema as JSON Schema 2020-12, with its properties sorted. Unknown properties are let pass, as
 * consumers do.
 * @param name what bears the schema, for the message.
 * @throws {RegistryInputError} when it says something that JSON Schema cannot say, or changes what it reads.
 */
export function toJsonSchema(schema: z.ZodType, name: string): JsonSchema {
  const changing = new Set<string>();
  const written = write(schema, name, changing);
  if (changing.size === 0) return written;
  const what = [...changing].join(', ');
  throw new RegistryInputError(
    `${name} changes what it reads (${what}), and then what travels is not what its schema says. Take it out: who publishes sends the final value, and who reads a message makes of it what they need.`,
  );
}

function write(schema: z.ZodType, name: string, changing: Set<string>): JsonSchema {
  try {
    const { $schema, ...written } = z.toJSONSchema(schema, {
      io: 'input',
      override: ({ zodSchema, jsonSchema }) => {
        for (const what of changesMadeBy(zodSchema)) changing.add(what);
        tidy(jsonSchema);
      },
    });
    return written;
  } catch (error) {
    throw new RegistryInputError(
      `${name} cannot be written as JSON Schema: ${(error as Error).message}. Use fields that travel as JSON: texts, numbers, booleans, null, lists and objects.`,
    );
  }
}

const changingKinds = ['pipe', 'transform', 'default', 'prefault', 'catch'];

/** By what a part of a schema makes another value of the one that it reads. */
function changesMadeBy({ _zod: { def } }: z.core.$ZodTypes): string[] {
  const overwrites = (def.checks ?? []).some((check) => check._zod.def.check === 'overwrite');
  return [
    ...(changingKinds.includes(def.type) ? [def.type === 'pipe' ? 'transform or pipe' : def.type] : []),
    ...('coerce' in def && def.coerce ? ['coerce'] : []),
    ...(overwrites ? ['trim, toLowerCase or another overwrite'] : []),
  ];
}

function tidy(jsonSchema: z.core.JSONSchema.BaseSchema): void {
  const { properties, required, additionalProperties } = jsonSchema;
  if (properties) jsonSchema.properties = Object.fromEntries(sortedEntries(properties));
  required?.sort();
  if (isEmpty(additionalProperties)) delete jsonSchema.additionalProperties;
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
