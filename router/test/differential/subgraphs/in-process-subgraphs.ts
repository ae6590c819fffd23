import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type DocumentNode, execute, GraphQLError, type GraphQLSchema, parse } from 'graphql';
import { affectedFields } from '../../../src/subgraphs/affected-fields.js';
import type { AskSubgraph, SubgraphAnswer } from '../../../src/subgraphs/ask-subgraph.js';
import { failuresAt, toGraphqlError } from '../../../src/subgraphs/subgraph-errors.js';
import { type Fault, failWholly, isHit } from './faults.js';
import { fieldValue } from './field-values.js';
import { type RawAnswer, spoilAnswer } from './spoil-answer.js';
import { type Thing, thingOf } from './thing.js';

type Answer = Awaited<ReturnType<GraphQLDataSource['process']>>;

interface Question {
  query: string;
  variables: { representations?: { __typename: string }[] };
}

/** Subgraphs without servers, the same for the router and for stock. They do what is wrong on demand. */
export class InProcessSubgraphs {
  /** Set for the operation that comes next. */
  fault: Fault = { kind: 'none', subgraph: '', salt: 0, oneIn: 1 };
  private readonly versions = new Map<string, number>();
  private readonly schemas: ReadonlyMap<string, GraphQLSchema>;
  private readonly documents = new Map<string, DocumentNode>();

  constructor(sdls: Readonly<Record<string, string>>) {
    this.schemas = new Map(Object.entries(sdls).map(([name, sdl]) => [name, buildSchema(sdl)]));
  }

  /** From now on, another value stands in every field of the entity. @param self such as `Product:2`. */
  change(self: string): void {
    this.versions.set(self, (this.versions.get(self) ?? 0) + 1);
  }

  readonly ask: AskSubgraph = (name, { body }) => this.answer(name, JSON.parse(body));

  /** As the gateway asks them. */
  dataSource(name: string): GraphQLDataSource {
    return {
      process: async ({ request: { query = '', variables = {} } }: GraphQLDataSourceProcessOptions) => {
        // As over HTTP: nothing is shared, and what is undefined is not sent.
        const sent = JSON.parse(JSON.stringify(variables));
        return (await this.answer(name, { query, variables: sent }).catch((error: unknown) => ({
          data: null,
          errors: failuresAt(affectedFields(query, sent), error),
        }))) as Answer;
      },
    };
  }

  private async answer(name: string, { query, variables }: Question): Promise<SubgraphAnswer> {
    const isFaulty = this.fault.subgraph === name;
    if (isFaulty) failWholly(this.fault);
    const result = await execute({
      schema: this.schemas.get(name) as GraphQLSchema,
      document: this.parse(query),
      variableValues: variables,
      fieldResolver:
        isFaulty && this.fault.kind === 'a resolver fails' ? this.failingFieldValue : this.presentFieldValue,
      typeResolver: ({ typeName }: Thing) => typeName,
    });
    const plain: RawAnswer = JSON.parse(JSON.stringify(result));
    const { errors, data } = isFaulty ? spoilAnswer(plain, this.fault, variables.representations) : plain;
    return { data, ...(errors && { errors: errors.map(toGraphqlError) }) };
  }

  private readonly failingFieldValue: typeof fieldValue = (source, args, context, info) => {
    if (!isHit(this.fault, `${source?.seed}.${info.fieldName}(${JSON.stringify(args)})`))
      return this.presentFieldValue(source, args, context, info);
    throw new GraphQLError('Not for you.', { extensions: { code: 'FORBIDDEN' } });
  };

  private readonly presentFieldValue: typeof fieldValue = (source, ...wanted) => {
    const version = source && this.versions.get(source.self);
    return fieldValue(version ? { ...source, seed: `${source.seed}#${version}` } : source, ...wanted);
  };

  private parse(query: string): DocumentNode {
    const document = this.documents.get(query) ?? parse(query);
    this.documents.set(query, document);
    return document;
  }
}

function buildSchema(sdl: string): GraphQLSchema {
  const schema = buildSubgraphSchema(parse(sdl));
  const entities = schema.getQueryType()?.getFields()['_entities'];
  const entity = schema.getType('_Entity');
  if (!entities || !entity || !('resolveType' in entity)) throw new Error('This subgraph has no entities.');
  entity.resolveType = undefined;
  entities.resolve = (_source, { representations }) =>
    representations.map((each: { __typename: string }) => thingOf(each, schema));
  return schema;
}
