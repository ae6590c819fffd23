import type { RequestListener } from 'node:http';
import type { Logger } from '@souk/kit/observability';
import type { OperationRunner } from '../operations/run-operation.js';
import type { Generation } from './generation.js';
import type { GenerationSource } from './generation-source.js';

/**
 * Serves the newest supergraph. Whoever comes while another one takes over is served by the one or the other; nobody is
 * turned away.
 */
export class Generations {
  private readonly retiring = new Set<Promise<void>>();
  private renewal: Promise<void> = Promise.resolve();

  private constructor(
    private current: Generation,
    private readonly source: GenerationSource,
    private readonly logger: Logger,
  ) {}

  static async start(source: GenerationSource, logger: Logger): Promise<Generations> {
    return new Generations(await source.open(), source, logger);
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

  /**
   * Lets the next generation take over, after those that are under way already. Without one, the present one goes on.
   * @param isDemanded even if the files say what they said before.
   */
  renew(isDemanded: boolean): Promise<void> {
    this.renewal = this.renewal.then(() => this.takeOver(isDemanded));
    return this.renewal;
  }

  /** Cuts all streams short, and resolves when every request is answered. */
  async close(): Promise<void> {
    await this.renewal;
    this.retire(this.current);
    await Promise.all(this.retiring);
  }

  private async takeOver(isDemanded: boolean): Promise<void> {
    try {
      const next = await this.source.openNext(isDemanded);
      if (!next) return;
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
