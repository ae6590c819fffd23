import type { RequestListener } from 'node:http';
import type { Logger } from '@souk/kit/observability';
import type { OperationRunner } from '../operations/run-operation.js';
import type { Generation } from './generation.js';

/** Opens what serves the supergraph as it is now. @throws {Error} when it cannot be served. */
export type OpenGeneration = () => Promise<Generation>;

/**
 * Serves the newest supergraph. Whoever comes while another one takes over is served by the one or the other; nobody is
 * turned away.
 */
export class Generations {
  private readonly retiring = new Set<Promise<void>>();
  private renewal: Promise<void> = Promise.resolve();

  private constructor(
    private current: Generation,
    private readonly open: OpenGeneration,
    private readonly logger: Logger,
  ) {}

  static async start(open: OpenGeneration, logger: Logger): Promise<Generations> {
    return new Generations(await open(), open, logger);
  }

  readonly listener: RequestListener = (request, response) => this.current.listener(request, response);

  readonly runner: OperationRunner = {
    run: (...wish) => this.current.run(...wish),
    explain: (error) => this.current.explain(error),
  };

  /** Prepares what clients are known to send. Never rejects. */
  prewarm(): Promise<void> {
    return this.current.prewarm();
  }

  /** Lets the next generation take over, after those that are under way already. Without one, the present one goes on. */
  renew(): Promise<void> {
    this.renewal = this.renewal.then(() => this.takeOver());
    return this.renewal;
  }

  /** Cuts all streams short, and resolves when every request is answered. */
  async close(): Promise<void> {
    await this.renewal;
    this.retire(this.current);
    await Promise.all(this.retiring);
  }

  private async takeOver(): Promise<void> {
    try {
      const next = await this.open();
      await next.prewarm();
      const previous = this.current;
      this.current = next;
      this.retire(previous);
      this.logger.info('A new supergraph is served.');
    } catch (error) {
      this.logger.error({ err: error }, 'The new supergraph cannot be served; the present one goes on.');
    }
  }

  private retire(generation: Generation): void {
    const retired = generation.retire();
    this.retiring.add(retired);
    void retired.finally(() => this.retiring.delete(retired));
  }
}
