import { coordinatesOf } from '@souk/operations/coordinates/coordinates-of';
import { type GraphQLSchema, parse } from 'graphql';
import type { RecordedOperation } from '../state/registry-state.js';
import type { Finding } from './finding.js';

/** The recorded operations that touch a coordinate, for every coordinate that is touched. */
export type Usage = ReadonlyMap<string, readonly RecordedOperation[]>;

/** Says who touches what in an API; see {@link coordinatesOf} for what counts. */
export function usageOf(api: GraphQLSchema, operations: readonly RecordedOperation[]): Usage {
  const touches = operations.flatMap((operation) =>
    coordinatesOf(api, parse(operation.document)).map((coordinate) => ({ coordinate, operation })),
  );
  const byCoordinate = Map.groupBy(touches, ({ coordinate }) => coordinate);
  return new Map([...byCoordinate].map(([coordinate, found]) => [coordinate, found.map(({ operation }) => operation)]));
}

/** Users as a finding names them; nothing where there are none. */
export function asUsedBy(users: readonly RecordedOperation[]): Pick<Finding, 'usedBy'> {
  if (users.length === 0) return {};
  return { usedBy: users.map(({ client, version, name }) => ({ client, version, name })) };
}

/** `web@1.4.0 OrderPage` */
export function nameOfOperation({
  client,
  version,
  name,
}: Pick<RecordedOperation, 'client' | 'version' | 'name'>): string {
  return `${client}@${version} ${name}`;
}
