import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Breach, EventVersion } from '../state/registry-state.js';

/** Reads messages by the JSON Schemas of their contracts, and by the contracts' code where it is at hand. */
export class MessageReader {
  // Schemas are made from contracts, never by hand: holding them against the specification would only take time.
  private readonly ajv = formats.default(new Ajv2020({ strict: false, allErrors: true, validateSchema: false }));

  /** Every place at which a message breaks its contract; none when it can be read. The code may refuse more than the schema. */
  breachesOf({ schema, refuse }: Pick<EventVersion, 'schema' | 'refuse'>, data: unknown): Breach[] {
    const read = this.ajv.compile(schema);
    return read(data) ? (refuse?.(data) ?? []) : (read.errors ?? []).map(toBreach);
  }
}

function toBreach({ instancePath, params, message = 'is not allowed' }: ErrorObject): Breach {
  const place = [...instancePath.split('/').slice(1), params['missingProperty']].filter((part) => part !== undefined);
  const problem = params['missingProperty'] ? 'is missing' : message;
  return {
    path: place.filter((part) => !/^\d+$/.test(part)),
    problem: `${place.join('/') || 'it'} ${problem}`,
  };
}
