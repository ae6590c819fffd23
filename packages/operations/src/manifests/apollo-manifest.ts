import { z } from 'zod';
import type { ClientOperation } from '../client-operation.js';
import type { ManifestEntry } from './read-entry.js';

export const apolloFormat = 'apollo-persisted-query-manifest';

/** Apollo's persisted-query manifest, which is also what the registry writes. */
export const apolloManifest = z.object({
  format: z.literal(apolloFormat),
  version: z.literal(1),
  operations: z.array(
    z.object({
      id: z.string().min(1),
      clientId: z.string().min(1).optional(),
      name: z.string().min(1),
      type: z.enum(['query', 'mutation', 'subscription']),
      body: z.string().min(1),
    }),
  ),
});

/** The entries of such a manifest; an id that is not the body's own is what the client sends. */
export function apolloEntries({ operations }: z.infer<typeof apolloManifest>): ManifestEntry[] {
  return operations.map(({ id, clientId, name, type, body }) => ({
    key: clientId ?? id,
    document: body,
    claimed: { name, type },
  }));
}

/** The manifest that the registry keeps of a client's version: sorted by name, ids made anew of the bodies. */
export function printApolloManifest(operations: readonly ClientOperation[]): string {
  const sorted = operations.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const entries = sorted.map(({ id, clientId, name, type, document }) => ({
    id,
    clientId,
    name,
    type,
    body: document,
  }));
  return `${JSON.stringify({ format: apolloFormat, version: 1, operations: entries }, null, 2)}\n`;
}
