import type { RequestListener } from 'node:http';
import type { OperationParts } from '../operations/open-operations.js';
import type { OperationRunner } from '../operations/run-operation.js';

/** What serves one version of the supergraph, from its first request to the answer to its last. */
export class Generation {
  private underWay = 0;
  private readonly idle = Promise.withResolvers<void>();
  private isRetired = false;

  constructor(
    private readonly operations: OperationParts,
    private readonly answer: RequestListener,
  ) {}

  readonly listener: RequestListener = (request, response) => {
    this.underWay += 1;
    response.once('close', this.end);
    this.answer(request, response);
  };

  readonly run: OperationRunner['run'] = async (...wish) => {
    this.underWay += 1;
    try {
      return await this.operations.runner.run(...wish);
    } finally {
      this.end();
    }
  };

  explain(error: unknown): ReturnType<OperationRunner['explain']> {
    return this.operations.runner.explain(error);
  }

  /** See {@link OperationParts.prewarm}. */
  prewarm(): Promise<void> {
    return this.operations.prewarm();
  }

  /** Cuts its streams short, whose clients come back to the next one, and resolves when its last answer is given. */
  async retire(): Promise<void> {
    this.isRetired = true;
    this.operations.subscriptions.endAll();
    if (this.underWay > 0) await this.idle.promise;
    await this.operations.close();
  }

  private readonly end = (): void => {
    this.underWay -= 1;
    if (this.isRetired && this.underWay === 0) this.idle.resolve();
  };
}
