import type { EventContract } from '@souk/kit/contracts';
import { generatedMark } from '../state/generated-mark.js';
import type { JsonSchema } from '../state/registry-state.js';
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
