import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { anonymous, type Caller } from '@souk/kit/identity';
import { type ExecutionResult, execute, type GraphQLSchema, parse } from 'graphql';
import { GuardedSupergraph } from '../src/access/guarded-supergraph.js';
import { type CompileOperation, createOperationCompiler } from '../src/execution/compile-operation.js';
import type { CompiledOperation } from '../src/execution/compiled-operation.js';
import type { AskSubgraph } from '../src/subgraphs/ask-subgraph.js';
import { toGraphqlError } from '../src/subgraphs/subgraph-errors.js';
import { buildSupergraphSchemas, type SupergraphSchemas } from '../src/supergraph/supergraph-schemas.js';

const link = (names: string) =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", ${names}])`;

const typeDefs = {
  things: /* GraphQL */ `
    ${link('"@authenticated", "@requiresScopes"')}
    type Query {
      open: String
      me: String @authenticated
      sure: String! @authenticated
      reports: String @requiresScopes(scopes: [["a", "b"], ["c"]])
      book: Book
      books: [Book!]
      secret: Secret
      secrets: [Secret]
      things: [Thing]
      many(first: Int): [Book!]
      found: [Found!]
      vault: Vault
    }
    type Mutation { first: Int second: Int @requiresScopes(scopes: [["write"]]) third: Int }
    interface Thing { id: ID! title: String next: Thing }
    type Book implements Thing @key(fields: "id") {
      id: ID!
      title: String
      price: Int @authenticated
      next: Thing
      cost: Int! @requiresScopes(scopes: [["cost"]])
      twin: Book
    }
    type Secret implements Thing @authenticated { id: ID! title: String next: Thing }
    type Film implements Thing { id: ID! title: String @requiresScopes(scopes: [["film"]]) next: Thing }
    union Found = Book | Secret
    interface Locked { id: ID! }
    type Vault implements Locked @requiresScopes(scopes: [["vault"]]) { id: ID! gold: Int }
  `,
  stock: /* GraphQL */ `
    ${link('"@authenticated"')}
    type Book @key(fields: "id") { id: ID! stock: Int @authenticated shelf: String }
  `,
};

const book = (id: string) => ({ __typename: 'Book', id, title: `Book ${id}`, price: 9, cost: 4 });
const secret = { __typename: 'Secret', id: 's', title: 'Secret' };
const film = { __typename: 'Film', id: 'f', title: 'Film' };

function resolversOf(done: string[]) {
  const change = (name: string) => () => done.push(name);
  return {
    things: {
      Query: {
        open: () => 'open',
        me: () => 'me',
        sure: () => 'sure',
        reports: () => 'reports',
        book: () => book('1'),
        books: () => [book('1'), book('2')],
        secret: () => secret,
        secrets: () => [secret],
        many: (_source: unknown, { first }: { first: number }) => Array.from({ length: first }, (_, n) => book(`${n}`)),
        things: () => [book('1'), secret, film],
        found: () => [book('1'), secret],
        vault: () => ({ id: 'v', gold: 7 }),
      },
      Mutation: { first: change('first'), second: change('second'), third: change('third') },
      Book: { __resolveReference: ({ id }: { id: string }) => book(id), twin: () => book('2') },
    },
    stock: { Book: { __resolveReference: ({ id }: { id: string }) => ({ id, stock: 3, shelf: 'A' }) } },
  };
}

/** Two subgraphs in this process that enforce nothing, so that whatever is kept from a caller, the router keeps. */
export class GuardedShop {
  /** What subgraphs were asked. */
  readonly asked: string[] = [];
  /** The mutations that were executed. */
  readonly done: string[] = [];
  readonly schemas: SupergraphSchemas;
  private readonly compile: CompileOperation;
  private readonly compiled = new Map<string, CompiledOperation>();

  constructor() {
    const services = Object.entries(typeDefs).map(([name, sdl]) => ({ name, url: '', typeDefs: parse(sdl) }));
    const { supergraphSdl, errors } = composeServices(services);
    if (!supergraphSdl) throw new AggregateError(errors ?? [], String(errors));
    this.schemas = buildSupergraphSchemas(GuardedSupergraph.read(supergraphSdl));
    this.compile = createOperationCompiler(this.schemas, this.askSubgraph());
  }

  async ask(text: string, caller: Partial<Caller> = {}, variables = {}): Promise<ExecutionResult> {
    this.asked.length = 0;
    this.done.length = 0;
    const context = { identity: { caller: { ...anonymous, ...caller } }, requestId: 'test' };
    const operation = this.compiled.get(text) ?? this.compile(parse(text), undefined);
    this.compiled.set(text, operation);
    const result = await operation.executeToJson({ variables, context });
    return JSON.parse(typeof result === 'string' ? `{"data":${result}}` : JSON.stringify(result));
  }

  private askSubgraph(): AskSubgraph {
    const resolvers = resolversOf(this.done);
    const schemaOf = (name: keyof typeof typeDefs): GraphQLSchema =>
      buildSubgraphSchema([{ typeDefs: parse(typeDefs[name]), resolvers: resolvers[name] as never }]);
    const schemas: Record<string, GraphQLSchema> = { things: schemaOf('things'), stock: schemaOf('stock') };
    return async (name, { body }) => {
      const { query, variables } = JSON.parse(body);
      this.asked.push(query);
      const schema = schemas[name] as GraphQLSchema;
      const { data, errors } = await execute({ schema, document: parse(query), variableValues: variables });
      return { data: data as never, ...(errors && { errors: errors.map((error) => toGraphqlError(error.toJSON())) }) };
    };
  }
}
