import type { ApolloServerOptions } from '@apollo/server';
import type { ClientOperation } from '@souk/operations/client-operation';
import { safelistOf } from '@souk/operations/manifests/safelist';
import { LRUCache } from 'lru-cache';
import type { RouterContext } from './router-context.js';

type DocumentCache = NonNullable<NonNullable<ApolloServerOptions<RouterContext>['persistedQueries'] & object>['cache']>;

/** What Apollo Server writes before every hash. */
const prefix = 'apq:';
const rememberedBytes = 30_000_000;

/**
 * The documents that clients may send by their hashes alone: those that they are known to send, for good, and the latest
 * of those that they have told us.
 */
export function createPersistedDocuments(known: readonly ClientOperation[]): DocumentCache {
  const registered = safelistOf(known);
  const told = new LRUCache<string, string>({
    maxSize: rememberedBytes,
    sizeCalculation: (document, hash) => Buffer.byteLength(document) + hash.length,
  });
  return {
    get: async (key) => registered.get(key.slice(prefix.length)) ?? told.get(key),
    set: async (key, document) => {
      told.set(key, document);
    },
    delete: async (key) => told.delete(key),
  };
}
