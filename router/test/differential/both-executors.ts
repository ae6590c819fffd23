import { ApolloGateway } from '@apollo/gateway';
import { type DocumentNode, type ExecutionResult, type GraphQLSchema, print } from 'graphql';
import { GuardedSupergraph } from '../../src/access/guarded-supergraph.js';
import { disableVendorTelemetry } from '../../src/config.js';
import { type CompileOperation, createOperationCompiler } from '../../src/execution/compile-operation.js';
import type { CompiledOperation } from '../../src/execution/compiled-operation.js';
import { nobody } from '../../src/identity/identity.js';
import { completeResult } from '../../src/operations/complete-result.js';
import { buildSupergraphSchemas } from '../../src/supergraph/supergraph-schemas.js';
import type { InProcessSubgraphs } from './subgraphs/in-process-subgraphs.js';

type StockExecutor = NonNullable<Awaited<ReturnType<ApolloGateway['load']>>['executor']>;

export interface Question {
  document: DocumentNode;
  variables: Record<string, unknown>;
}

const context = { identity: nobody, requestId: 'differential' };
const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** The router's executor and the gateway's own, over the same subgraphs. */
export class BothExecutors {
  private readonly compiled = new WeakMap<DocumentNode, CompiledOperation>();

  private constructor(
    readonly schema: GraphQLSchema,
    private readonly compileNow: CompileOperation,
    private readonly executeStock: StockExecutor,
  ) {}

  static async open(supergraphSdl: string, subgraphs: InProcessSubgraphs): Promise<BothExecutors> {
    disableVendorTelemetry();
    const buildService = ({ name }: { name: string }) => subgraphs.dataSource(name);
    const gateway = new ApolloGateway({ supergraphSdl, buildService, logger: silent });
    const { executor } = await gateway.load();
    const schemas = buildSupergraphSchemas(GuardedSupergraph.read(supergraphSdl));
    return new BothExecutors(
      schemas.apiGraphqlSchema,
      createOperationCompiler(schemas, subgraphs.ask),
      executor as StockExecutor,
    );
  }

  /** As the router answers: most answers come as JSON. */
  async router({ document, variables }: Question): Promise<ExecutionResult> {
    const answer = await this.compile(document).executeToJson({ variables, context });
    return typeof answer === 'string' ? { data: JSON.parse(answer) } : answer;
  }

  async stock({ document, variables }: Question): Promise<ExecutionResult> {
    const request = { request: { variables }, document, context, metrics: {}, logger: silent, schema: this.schema };
    return completeResult(await this.executeStock({ ...request, queryHash: print(document) } as never));
  }

  private compile(document: DocumentNode): CompiledOperation {
    const compiled = this.compiled.get(document) ?? this.compileNow(document, undefined);
    this.compiled.set(document, compiled);
    return compiled;
  }
}
