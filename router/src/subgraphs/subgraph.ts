import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import { assertionHeader } from '@souk/kit/identity';
import { inSpan, type Logger, SpanKind, traceHeaders } from '@souk/kit/observability';
import type { AssertionFor } from '../identity/assertions.js';
import type { RouterContext } from '../operations/router-context.js';
import { affectedFields } from './affected-fields.js';
import type { SubgraphAnswer, SubgraphQuestion } from './ask-subgraph.js';
import { readAnswer } from './read-answer.js';
import { failuresAt } from './subgraph-errors.js';
import { SubgraphPool } from './subgraph-pool.js';

type ProcessOptions = GraphQLDataSourceProcessOptions<RouterContext>;
type Answer = Awaited<ReturnType<GraphQLDataSource['process']>>;

export interface SubgraphOptions {
  name: string;
  url: string;
  timeoutMs: number;
  assertionFor: AssertionFor;
  /** Whether spans go anywhere; without one, a fetch still bears the trace of its request. */
  isTraced: boolean;
  logger: Logger;
}

/**
 * Asks one subgraph in a caller's name. What it is sent is made here from nothing: no header of a client comes through.
 */
export class Subgraph implements GraphQLDataSource<RouterContext> {
  readonly name: string;
  readonly url: string;
  private readonly pool: SubgraphPool;

  constructor(private readonly options: SubgraphOptions) {
    this.name = options.name;
    this.url = options.url;
    this.pool = new SubgraphPool(options.url, options.timeoutMs);
  }

  /** @throws {PublicError | Error} when the fetch fails as a whole; that is logged. */
  async ask(question: SubgraphQuestion): Promise<SubgraphAnswer> {
    try {
      if (!this.options.isTraced) return await this.fetch(question);
      const span = { kind: SpanKind.CLIENT, attributes: { 'souk.subgraph': this.name } };
      return await inSpan(`fetch ${this.name}`, span, () => this.fetch(question));
    } catch (error) {
      this.options.logger.warn({ err: error, subgraph: this.name }, 'A subgraph could not be asked.');
      throw error;
    }
  }

  /**
   * The same for the gateway's own executor. A fetch that fails as a whole is answered with an error for each field it
   * would have filled.
   */
  async process({ request, context }: ProcessOptions): Promise<Answer> {
    const { query = '', variables } = request;
    const body = JSON.stringify({ query, variables });
    const isRepeatable = !query.startsWith('mutation');
    try {
      return (await this.ask({ body, isRepeatable, context: context as RouterContext })) as Answer;
    } catch (error) {
      return { data: null, errors: failuresAt(affectedFields(query, variables), error) };
    }
  }

  close(): Promise<void> {
    return this.pool.close();
  }

  private async fetch({ body, isRepeatable, context }: SubgraphQuestion): Promise<SubgraphAnswer> {
    const headers = {
      'content-type': 'application/json',
      accept: 'application/json',
      [assertionHeader]: await this.options.assertionFor(context.identity, this.name),
      'x-request-id': context.requestId,
      ...(this.options.isTraced && traceHeaders()),
    };
    return readAnswer(await this.pool.post({ headers, body, isRepeatable }));
  }
}
