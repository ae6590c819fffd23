import type { ApolloServerOptions } from '@apollo/server';
import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { RouterContext } from './router-context.js';

type DocumentStore = NonNullable<ApolloServerOptions<RouterContext>['documentStore']>;

const rememberedDocuments = 1_000;

/** Documents that were parsed and found valid, the ones that were used last. */
export function createDocumentStore(): DocumentStore {
  const documents = new LRUCache<string, DocumentNode>({ max: rememberedDocuments });
  return {
    get: async (key) => documents.get(key),
    set: async (key, document) => {
      documents.set(key, document);
    },
    delete: async (key) => documents.delete(key),
  };
}
