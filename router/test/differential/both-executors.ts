import { ApolloGateway } from '@apollo/gateway';
import { anonymous, type Caller } from '@souk/kit/identity';
import { type DocumentNode, type ExecutionResult, type GraphQLSchema, print } from 'graphql';
import { GuardedSupergraph } from '../../src/access/guarded-supergraph.js';
import { disableVendorTelemetry } from '../../src/config.js';
import { type CompileOperation, createOperationCompiler } from '../../src/execution/compile-operation.js';
import type { CompiledOperation } from '../../src/execution/compiled-operation.js';
import { completeResult } from '../../src/operations/complete-result.js';
import { buildSupergraphSchemas } from '../../src/supergraph/supergraph-schemas.js';
import type { KeptGraph } from './caching/kept-graph.js';
import type { InProcessSubgraphs } from './subgraphs/in-process-subgraphs.js';

type StockExecutor = NonNullable<Awaited<ReturnType<ApolloGateway['load']>>['executor']>;

export interface Question {
  document: DocumentNode;
  variables: Record<string, unknown>;
}

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** The router's executor and the gateway's own, over the same subgraphs. */
export class BothExecutors {
  /** Who asks. */
  caller: Caller = anonymous;
  private readonly compiled = new WeakMap<DocumentNode, CompiledOperation>();

  private constructor(
    readonly schema: GraphQLSchema,
    private readonly compileNow: CompileOperation,
    private readonly executeStock: StockExecutor,
  ) {}

  /** @param kept what the router may keep; nothing by default. */
  static async open(
    text: string,
    subgraphs: InProcessSubgraphs,
    kept?: Pick<KeptGraph, 'compilerFor'>,
  ): Promise<BothExecutors> {
    disableVendorTelemetry();
    const buildService = ({ name }: { name: string }) => subgraphs.dataSource(name);
    const guarded = GuardedSupergraph.read(text);
    const gateway = new ApolloGateway({ supergraphSdl: guarded.sdl, buildService, logger: silent });
    const { executor } = await gateway.load();
    const schemas = buildSupergraphSchemas(guarded);
    return new BothExecutors(
      schemas.apiGraphqlSchema,
      createOperationCompiler(schemas, subgraphs.ask, kept?.compilerFor(schemas.supergraph)),
      executor as StockExecutor,
    );
  }

  /** As the router answers: most answers come as JSON. */
  async router({ document, variables }: Question): Promise<ExecutionResult> {
    const context = { identity: { caller: this.caller }, requestId: 'differential' };
    const answer = await this.compile(document).executeToJson({ variables, context });
    return typeof answer === 'string' ? { data: JSON.parse(answer) } : answer;
  }

  async stock({ document, variables }: Question): Promise<ExecutionResult> {
    const context = { caller: this.caller };
    const request = { request: { variables }, document, context, metrics: {}, logger: silent, schema: this.schema };
    return completeResult(await this.executeStock({ ...request, queryHash: print(document) } as never));
  }

  private compile(document: DocumentNode): CompiledOperation {
    const compiled = this.compiled.get(document) ?? this.compileNow(document, undefined);
    this.compiled.set(document, compiled);
    return compiled;
  }
}
