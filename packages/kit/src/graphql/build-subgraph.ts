import 'reflect-metadata';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { getDocumentNodeFromSchema } from '@graphql-tools/utils';
import { type GraphQLResolveInfo, type GraphQLSchema, lexicographicSortSchema, parse, print } from 'graphql';
import { type BuildSchemaOptions, buildSchema, createResolversMap } from 'type-graphql';
import { PublicError } from '../domain/index.js';
import { enforceAccessRules } from './access-rules.js';
import { defineCacheHints } from './cache-hints.js';
import type { SubgraphContext } from './context.js';
import { declareListSizes } from './list-sizes.js';
import { CurrencyCode, DateTime, SafeInt } from './scalars.js';
import { declareUserErrorCodes } from './user-error.type.js';

const federation = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
  "@key", "@shareable", "@inaccessible", "@tag", "@external", "@requires", "@provides", "@override",
  "@interfaceObject", "@authenticated", "@requiresScopes", "@cost", "@listSize"
])`;

/** Finds an entity that another subgraph refers to. Ownership is checked here as in a root field. */
export type ReferenceResolver<Context = SubgraphContext> = (
  // biome-ignore lint/suspicious/noExplicitAny: a reference holds the fields of the entity's key
  reference: any,
  context: Context,
  info: GraphQLResolveInfo,
) => unknown;

export interface SubgraphGraph {
  // biome-ignore lint/complexity/noBannedTypes: type-graphql's own type
  resolvers: readonly Function[];
  /** Types that no root field leads to, such as entities of other subgraphs. */
  // biome-ignore lint/complexity/noBannedTypes: type-graphql's own type
  orphanedTypes?: readonly Function[];
  /** Reference resolvers by the name of the entity. */
  // biome-ignore lint/suspicious/noExplicitAny: each subgraph has a context of its own
  references?: Record<string, ReferenceResolver<any>>;
  /** Every code that this subgraph's mutations may refuse with. */
  userErrorCodes: readonly string[];
}

/** Builds the federated schema of a subgraph from its decorated classes, with the access rules enforced. */
export async function buildSubgraph(graph: SubgraphGraph): Promise<GraphQLSchema> {
  const schema = await buildPlainSchema(graph);
  const resolvers = withReferences(schema, graph.references ?? {}) as never;
  const subgraph = buildSubgraphSchema([{ typeDefs: parse(toSdl(schema)), resolvers }]);
  refuseServiceSdl(subgraph);
  enforceAccessRules(subgraph);
  return subgraph;
}

/** The subgraph's SDL as the registry keeps it. */
export async function printSubgraph(graph: SubgraphGraph): Promise<string> {
  return toSdl(await buildPlainSchema(graph));
}

function buildPlainSchema(graph: SubgraphGraph): Promise<GraphQLSchema> {
  declareUserErrorCodes(graph.userErrorCodes);
  return buildSchema({
    resolvers: graph.resolvers as unknown as BuildSchemaOptions['resolvers'],
    orphanedTypes: [...(graph.orphanedTypes ?? [])],
    scalarsMap: [{ type: Date, scalar: DateTime }],
    validate: false,
    skipCheck: true,
    pubSub: everySubscriptionHasItsOwnSource,
  });
}

function toSdl(schema: GraphQLSchema): string {
  const declared = getDocumentNodeFromSchema(lexicographicSortSchema(schema));
  return `${federation}\n\n${print(defineCacheHints(declareListSizes(declared)))}`;
}

/** The SDL comes from code, at build time; no running service hands it out. */
function refuseServiceSdl(subgraph: GraphQLSchema): void {
  const service = subgraph.getQueryType()?.getFields()['_service'];
  if (!service) return;
  service.resolve = () => {
    throw new PublicError('FORBIDDEN', 'The schema is not served.');
  };
}

function withReferences(schema: GraphQLSchema, references: Record<string, ReferenceResolver>): Record<string, unknown> {
  const resolvers = createResolversMap(schema) as Record<string, object>;
  const scalars = { SafeInt, CurrencyCode, DateTime };
  const entities = Object.entries(references).map(([name, resolve]) => [
    name,
    { ...resolvers[name], __resolveReference: resolve },
  ]);
  const declared = Object.entries(scalars).filter(([name]) => schema.getType(name));
  return { ...resolvers, ...Object.fromEntries(declared), ...Object.fromEntries(entities) };
}

/** type-graphql demands a PubSub as soon as there is one subscription, though each of ours brings its own source. */
const everySubscriptionHasItsOwnSource = {
  publish(): never {
    throw new Error('Events are published through the outbox.');
  },
  subscribe(): never {
    throw new Error('A subscription needs a `subscribe` of its own.');
  },
};
