import { z } from 'zod';
import type { EventVersion, JsonSchema } from './registry-state.js';

const ownKeywords = z.object({ title: z.string(), description: z.string(), 'x-consumers': z.array(z.string()) });

/** What the JSON Schema of an event says of it. @throws {z.ZodError} when it is none of an event. */
export function toEventVersion(schema: JsonSchema): EventVersion {
  const { title: type, description, 'x-consumers': consumers } = ownKeywords.parse(schema);
  return { type, file: `schema/event-schemas/${type}.json`, description, consumers, schema };
}
