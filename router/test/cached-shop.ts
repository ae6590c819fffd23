import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { connectNats, type NatsConnection } from '@souk/kit/messaging';
import { createLogger } from '@souk/kit/observability';
import { type DocumentNode, execute, type GraphQLSchema, parse } from 'graphql';
import { GuardedSupergraph } from '../src/access/guarded-supergraph.js';
import { CacheHints } from '../src/cache/cache-hints.js';
import { type OpenResponseCache, openResponseCache } from '../src/cache/open-response-cache.js';
import { type CompileOperation, createOperationCompiler } from '../src/execution/compile-operation.js';
import type { CompiledOperation } from '../src/execution/compiled-operation.js';
import type { Identity } from '../src/identity/identity.js';
import { createMetrics, type Metrics } from '../src/metrics/metrics.js';
import type { AskSubgraph } from '../src/subgraphs/ask-subgraph.js';
import { toGraphqlError } from '../src/subgraphs/subgraph-errors.js';
import { buildSupergraphSchemas } from '../src/supergraph/supergraph-schemas.js';

const catalog = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  type Query { product(id: ID!): Product }
  type Mutation { rename(id: ID!, title: String!): Product }
  type Product @key(fields: "id") { id: ID! title: String variants: [ProductVariant!]! stock: Int fails: String }
  type ProductVariant @key(fields: "id") { id: ID! priceMinor: Int }
`;
const lists = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  type Query { wished(ids: [ID!]!): [Product!]! }
  type Mutation { wish(ids: [ID!]!): [Product!]! }
  type Product @key(fields: "id", resolvable: false) { id: ID! }
`;
const hint = { cache: { catalog: { maxAge: 60, scope: 'PUBLIC' as const } } };
const hints = new CacheHints({
  Product: hint,
  ProductVariant: hint,
  'Product.stock': { cache: { catalog: { maxAge: 0 } } },
});

interface Product {
  __typename: 'Product';
  id: string;
  title: string;
}

/** What one subgraph was asked. */
export interface Asked {
  subgraph: string;
  query: string;
  ids: string[];
  identity: Identity;
}

export interface CachedShopOptions {
  natsUrl: string;
  redisUrl?: string | undefined;
  redisPrefix: string;
}

/** A catalogue that several routers share. It can be made slow. */
export class SharedCatalog {
  readonly titles = new Map<string, string>();
  /** In minor units, by the id of the variant. */
  readonly prices = new Map<string, number>();
  /** The one variant of each product. */
  readonly variants = new Map<string, string>();
  /** What the next answer waits for, after it was read. */
  delay: Promise<void> | undefined;

  title(id: string): string | undefined {
    return this.titles.get(id);
  }
}

/** A router's executor with its cache, over subgraphs without servers. */
export class CachedShop {
  readonly asked: Asked[] = [];
  readonly metrics: Metrics = createMetrics();
  private readonly compiled = new Map<string, CompiledOperation>();

  private constructor(
    readonly opened: OpenResponseCache,
    readonly nats: NatsConnection,
    private readonly compile: CompileOperation,
    subgraphs: CachedSubgraphs,
  ) {
    subgraphs.asked = this.asked;
  }

  static async open(shop: SharedCatalog, { natsUrl, redisUrl, redisPrefix }: CachedShopOptions): Promise<CachedShop> {
    const logger = createLogger('router', 'silent');
    const nats = await connectNats(natsUrl, 'router', logger);
    const { supergraphSdl, errors } = composeServices([
      { name: 'catalog', url: 'http://catalog.invalid', typeDefs: parse(catalog) },
      { name: 'lists', url: 'http://lists.invalid', typeDefs: parse(lists) },
    ]);
    if (!supergraphSdl) throw new AggregateError(errors ?? []);
    const schemas = buildSupergraphSchemas(GuardedSupergraph.read(supergraphSdl));
    const metrics = createMetrics();
    const needs = {
      supergraph: schemas.supergraph,
      supergraphSdl,
      hints,
      redisUrl,
      redisPrefix,
      nats,
      metrics,
      logger,
    };
    const opened = openResponseCache(needs);
    const subgraphs = new CachedSubgraphs(shop);
    const compile = createOperationCompiler(schemas, subgraphs.ask, opened.compileCachedQuestion);
    return Object.assign(new CachedShop(opened, nats, compile, subgraphs), { metrics });
  }

  /** Asks, and gives back the data and how many questions that took. */
  async ask(query: string, { variables = {}, identity = {} as Identity } = {}) {
    const before = this.asked.length;
    const operation = this.compiled.get(query) ?? this.compile(parse(query), undefined);
    this.compiled.set(query, operation);
    const { data, errors } = await operation.execute({ variables, context: { identity, requestId: 'r' } });
    const asked = this.asked.slice(before).filter(({ subgraph }) => subgraph === 'catalog');
    return { data: JSON.parse(JSON.stringify(data)), errors, asked };
  }

  async close(): Promise<void> {
    await this.opened.close();
    await this.nats.close();
  }
}

class CachedSubgraphs {
  asked: Asked[] = [];
  private readonly schemas: Readonly<Record<string, GraphQLSchema>>;
  private readonly documents = new Map<string, DocumentNode>();

  constructor(private readonly shop: SharedCatalog) {
    this.schemas = { catalog: this.catalogSchema(), lists: listsSchema() };
  }

  readonly ask: AskSubgraph = async (subgraph, { body, context }) => {
    const { query, variables } = JSON.parse(body);
    const ids = (variables.representations ?? []).map(({ id }: { id: string }) => id);
    this.asked.push({ subgraph, query, ids, identity: context.identity });
    const document = this.documents.get(query) ?? parse(query);
    this.documents.set(query, document);
    const schema = this.schemas[subgraph] as GraphQLSchema;
    const { data, errors } = JSON.parse(JSON.stringify(await execute({ schema, document, variableValues: variables })));
    if (subgraph === 'catalog') await this.shop.delay;
    return { data, ...(errors && { errors: errors.map(toGraphqlError) }) };
  };

  private catalogSchema(): GraphQLSchema {
    const { shop } = this;
    const find = ({ id }: { id: string }): Product | null => {
      const title = shop.title(id);
      return title === undefined ? null : { __typename: 'Product', id, title };
    };
    const resolvers = {
      Query: { product: (_root: unknown, wanted: { id: string }) => find(wanted) },
      Mutation: {
        rename: (_root: unknown, { id, title }: { id: string; title: string }) => {
          shop.titles.set(id, title);
          return find({ id });
        },
      },
      Product: {
        __resolveReference: find,
        stock: () => 3,
        fails: () => {
          throw new Error('not now');
        },
        variants: ({ id }: Product) => [{ id: shop.variants.get(id) }],
      },
      ProductVariant: { priceMinor: ({ id }: { id: string }) => shop.prices.get(id) },
    };
    return buildSubgraphSchema([{ typeDefs: parse(catalog), resolvers: resolvers as never }]);
  }
}

function listsSchema(): GraphQLSchema {
  const list = (_root: unknown, { ids }: { ids: string[] }) => ids.map((id) => ({ id }));
  const resolvers = { Query: { wished: list }, Mutation: { wish: list } };
  return buildSubgraphSchema([{ typeDefs: parse(lists), resolvers: resolvers as never }]);
}
