import type { Logger } from '@souk/kit/observability';
import { type Graph, loadGraph } from '../supergraph/load-supergraph.js';
import type { Generation } from './generation.js';

/** Opens what serves the supergraph and the policies as their files are. */
export class GenerationSource {
  private openedVersion = '';

  constructor(
    private readonly path: string,
    private readonly openFor: (graph: Graph) => Promise<Generation>,
    private readonly logger: Logger,
  ) {}

  /** @throws {Error} when the supergraph cannot be served. */
  async open(): Promise<Generation> {
    const graph = await loadGraph(this.path);
    if (graph.isHalfReplaced) this.logger.warn('policies.json is not of this supergraph: no answers are kept.');
    return this.openGraph(graph);
  }

  /**
   * What is to follow the present one. Undefined when the files say the same as before, unless it is demanded, and as long
   * as only one of them is replaced, whichever was the first.
   * @throws {Error} when the supergraph cannot be served.
   */
  async openNext(isDemanded: boolean): Promise<Generation | undefined> {
    const graph = await loadGraph(this.path);
    if (graph.isHalfReplaced) {
      this.logger.warn(
        'The supergraph and policies.json are not of one making; the present ones go on until they are.',
      );
      return undefined;
    }
    return isDemanded || graph.version !== this.openedVersion ? this.openGraph(graph) : undefined;
  }

  private async openGraph(graph: Graph): Promise<Generation> {
    const generation = await this.openFor(graph);
    this.openedVersion = graph.version;
    return generation;
  }
}
