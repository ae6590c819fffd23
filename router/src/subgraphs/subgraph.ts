import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import { PublicError } from '@souk/kit/domain';
import { assertionHeader } from '@souk/kit/identity';
import { inSpan, type Logger, SpanKind, traceHeaders } from '@souk/kit/observability';
import { GraphQLError } from 'graphql';
import type { AssertionFor } from '../identity/assertions.js';
import type { RouterContext } from '../operations/router-context.js';
import { affectedFields } from './affected-fields.js';
import { readAnswer } from './read-answer.js';
import { SubgraphPool } from './subgraph-pool.js';

type ProcessOptions = GraphQLDataSourceProcessOptions<RouterContext>;
type Answer = Awaited<ReturnType<GraphQLDataSource['process']>>;

export interface SubgraphOptions {
  name: string;
  url: string;
  timeoutMs: number;
  assertionFor: AssertionFor;
  logger: Logger;
}

/**
 * Asks one subgraph in a caller's name. What it is sent is made here from nothing: no header of a client comes through.
 * A fetch that fails as a whole is answered with an error for each field it would have filled.
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

  process({ request, context }: ProcessOptions): Promise<Answer> {
    const span = { kind: SpanKind.CLIENT, attributes: { 'souk.subgraph': this.name } };
    return inSpan(`fetch ${this.name}`, span, () => this.fetch(request, context as RouterContext)).catch(
      (error: unknown) => this.failed(request, error),
    );
  }

  close(): Promise<void> {
    return this.pool.close();
  }

  private async fetch({ query = '', variables }: ProcessOptions['request'], context: RouterContext): Promise<Answer> {
    const headers = {
      'content-type': 'application/json',
      accept: 'application/json',
      [assertionHeader]: await this.options.assertionFor(context.identity, this.name),
      'x-request-id': context.requestId,
      ...traceHeaders(),
    };
    const body = JSON.stringify({ query, variables });
    return readAnswer(await this.pool.post({ headers, body, isRepeatable: !query.startsWith('mutation') }));
  }

  private failed({ query = '', variables }: ProcessOptions['request'], error: unknown): Answer {
    this.options.logger.warn({ err: error, subgraph: this.name }, 'A subgraph could not be asked.');
    const known = error instanceof PublicError ? error : new PublicError('INTERNAL_SERVER_ERROR', 'No answer.');
    const extensions = { code: known.code, ...known.details };
    const errors = affectedFields(query, variables).map(
      (path) => new GraphQLError(known.message, { path, extensions }),
    );
    return { data: null, errors };
  }
}
