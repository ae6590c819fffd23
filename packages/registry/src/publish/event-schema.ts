import type { EventContract } from '@souk/kit/contracts';
import { z } from 'zod';
import type { EventVersion, JsonSchema } from '../state/registry-state.js';
import { generatedMark } from './generated-mark.js';
import { toJsonSchema } from './to-json-schema.js';

/** The JSON Schema of an event's `data` as its file holds it: what the contract says, from the file alone. */
export function toEventSchema<Data>({ type, description, consumers, schema }: EventContract<Data>): JsonSchema {
  return {
    $comment: generatedMark,
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:souk:event:${type}`,
    title: type,
    description,
    'x-consumers': [...consumers].sort(),
    ...toJsonSchema(schema, type),
  };
}

const ownKeywords = z.object({ title: z.string(), description: z.string(), 'x-consumers': z.array(z.string()) });

/** What the JSON Schema of an event says of it. @throws {z.ZodError} when it is none of an event. */
export function toEventVersion(schema: JsonSchema): EventVersion {
  const { title: type, description, 'x-consumers': consumers } = ownKeywords.parse(schema);
  return { type, file: `schema/event-schemas/${type}.json`, description, consumers, schema };
}
