import type { GraphQLSchema } from 'graphql';
import { elementsOf } from '../checks/api/elements-of.js';
import { usageOf } from '../checks/usage.js';
import { RegistryInputError } from '../registry-input.error.js';
import type { RecordedOperation } from '../state/registry-state.js';
import { nearNames } from './near-names.js';
import type { Promises } from './read-promises.js';

/** One operation that uses one coordinate. */
export interface UsageRow extends Pick<RecordedOperation, 'client' | 'version' | 'file' | 'line'> {
  coordinate: string;
  operation: string;
}

/**
 * Who uses a coordinate of the API, or any coordinate of a type when a type is named.
 * @throws {RegistryInputError} when there is no such coordinate, with those that look like it.
 */
export function findUsage({ api, operations }: Omit<Promises, 'costSchema'>, wanted: string): UsageRow[] {
  requireKnown(api, wanted);
  const used = [...usageOf(api, operations)].filter(([coordinate]) => isPartOf(coordinate, wanted));
  const rows = used.flatMap(([coordinate, users]) =>
    users.map(({ client, version, name, file, line }) => ({
      coordinate,
      client,
      version,
      operation: name,
      file,
      line,
    })),
  );
  return rows.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

function requireKnown(api: GraphQLSchema, wanted: string): void {
  const directives = api
    .getDirectives()
    .flatMap(({ name, args }) => [`@${name}`, ...args.map((argument) => `@${name}(${argument.name}:)`)]);
  const known = [...elementsOf(api).map(({ coordinate }) => coordinate), ...directives];
  if (known.includes(wanted)) return;
  const near = nearNames(wanted, known);
  const hint =
    near.length > 0 ? `Did you mean ${near.join(', ')}?` : 'A coordinate is Order, Order.total, Query.order(id:).';
  throw new RegistryInputError(`${wanted} is not in schema/api.graphql. ${hint}`);
}

/** A type's own coordinate stands for all that is in it, a field's for its arguments. */
function isPartOf(coordinate: string, wanted: string): boolean {
  return coordinate === wanted || ['.', '(', '/'].some((separator) => coordinate.startsWith(wanted + separator));
}

function keyOf({ coordinate, client, version, operation }: UsageRow): string {
  return [coordinate, client, version, operation].join(' ');
}
