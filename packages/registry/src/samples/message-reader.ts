import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { JsonSchema } from '../state/registry-state.js';

/** A place of a message that its contract does not allow. */
export interface Breach {
  /** The fields that lead there, without positions in lists. */
  path: readonly string[];
  /** What is wrong there, with the exact place. */
  problem: string;
}

/** Reads messages by JSON Schemas. */
export class MessageReader {
  // Schemas are made from contracts, never by hand: holding them against the specification would only take time.
  private readonly ajv = formats.default(new Ajv2020({ strict: false, allErrors: true, validateSchema: false }));

  /** Every place at which a message breaks a schema; none when it can be read. */
  breachesOf(schema: JsonSchema, data: unknown): Breach[] {
    const read = this.ajv.compile(schema);
    return read(data) ? [] : (read.errors ?? []).map(toBreach);
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
