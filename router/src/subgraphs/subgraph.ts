import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import { PublicError } from '@souk/kit/domain';
import { assertionHeader } from '@souk/kit/identity';
import { inSpan, type Logger, SpanKind, traceHeaders } from '@souk/kit/observability';
import type { AssertionFor } from '../identity/assertions.js';
import type { FindSubgraphMetrics, SubgraphFailure, SubgraphMetrics } from '../metrics/subgraph-metrics.js';
import type { RouterContext } from '../operations/router-context.js';
import { affectedFields } from './affected-fields.js';
import type { SubgraphAnswer, SubgraphQuestion } from './ask-subgraph.js';
import { Breaker } from './breaker.js';
import { readAnswer } from './read-answer.js';
import { CutShortError, failuresAt, NotAskedError } from './subgraph-errors.js';
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
  metrics: FindSubgraphMetrics;
  logger: Logger;
}

/**
 * Asks one subgraph in a caller's name. What it is sent is made here from nothing: no header of a client comes through.
 */
export class Subgraph implements GraphQLDataSource<RouterContext> {
  readonly name: string;
  readonly url: string;
  private readonly pool: SubgraphPool;
  private readonly breaker: Breaker;
  private readonly metrics: SubgraphMetrics;

  constructor(private readonly options: SubgraphOptions) {
    this.name = options.name;
    this.url = options.url;
    this.metrics = options.metrics(options.name);
    this.pool = new SubgraphPool(options.url, {
      timeoutMs: options.timeoutMs,
      onRepeat: () => this.metrics.repeated(),
    });
    this.breaker = new Breaker({ subgraph: options.name, metrics: this.metrics, logger: options.logger });
  }

  /** @throws {PublicError | Error} when the fetch fails as a whole; that is counted, and logged if something was asked. */
  async ask(question: SubgraphQuestion): Promise<SubgraphAnswer> {
    try {
      if (!this.options.isTraced) return await this.fetch(question);
      const span = { kind: SpanKind.CLIENT, attributes: { 'souk.subgraph': this.name } };
      return await inSpan(`fetch ${this.name}`, span, () => this.fetch(question));
    } catch (error) {
      this.noteFailure(error);
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
    if (this.pool.isFull) throw new NotAskedError();
    const { dueAtMs, departure } = context;
    const headers: Record<string, string> = {
      'content-type': 'application/json',
      accept: 'application/json',
      [assertionHeader]: await this.options.assertionFor(context.identity, this.name),
      'x-request-id': context.requestId,
    };
    if (this.options.isTraced) Object.assign(headers, traceHeaders());
    const request = { headers, body, isRepeatable, dueAtMs, departure };
    return this.breaker.run(async () => {
      const askedAtMs = performance.now();
      const answer = readAnswer(await this.pool.post(request));
      this.metrics.answered((performance.now() - askedAtMs) / 1_000);
      return answer;
    });
  }

  private noteFailure(error: unknown): void {
    this.metrics.failed(failureOf(error));
    if (error instanceof NotAskedError || error instanceof CutShortError) return;
    this.options.logger.warn({ err: error, subgraph: this.name }, 'A subgraph could not be asked.');
  }
}

function failureOf(error: unknown): SubgraphFailure {
  if (error instanceof NotAskedError) return 'NOT_ASKED';
  if (error instanceof CutShortError) return 'CUT_SHORT';
  if (!(error instanceof PublicError)) return 'NO_ANSWER';
  return error.code === 'TIMEOUT' ? 'TIMEOUT' : 'UNAVAILABLE';
}
