import type { Supergraph } from '@apollo/federation-internals';
import { createLogger } from '@souk/kit/observability';
import { type CacheHint, CacheHints } from '../../../src/cache/cache-hints.js';
import { createCacheTallies } from '../../../src/cache/cache-tallies.js';
import {
  type CompileCachedQuestion,
  createCachedQuestionCompiler,
} from '../../../src/cache/compile-cached-question.js';
import { tagOf } from '../../../src/cache/kept-types.js';
import { MemoryLayer } from '../../../src/cache/memory-layer.js';
import { ResponseCache } from '../../../src/cache/response-cache.js';
import { createMetrics } from '../../../src/metrics/metrics.js';

const aMinute: CacheHint = { maxAge: 60 };
const asAround: CacheHint = { inheritMaxAge: true };

/** Some of the graph may be kept, some not, and some depends on what it is asked with. */
const hints = new CacheHints({
  Product: { cache: { catalog: aMinute, stock: aMinute, reviews: aMinute, users: aMinute } },
  Brand: { cache: { catalog: aMinute, users: aMinute } },
  Book: { cache: { catalog: aMinute } },
  Film: { cache: { catalog: aMinute } },
  User: { cache: { users: aMinute, reviews: { maxAge: 60, scope: 'PRIVATE' } } },
  Warehouse: { cache: { stock: aMinute } },
  Region: { cache: { catalog: asAround, stock: asAround, users: asAround } },
  Dimensions: { cache: { catalog: asAround } },
  Address: { cache: { users: asAround } },
  'Product.related': { cache: { catalog: { maxAge: 0 } } },
});
const kept = {
  traced: new Set(['Product', 'Brand', 'Book', 'Film', 'User', 'Warehouse']),
  unchanging: new Set(['Region', 'Dimensions', 'Address']),
};
const stream = 'changes';

/** The router's cache over the graph of this test, as a process has it for itself. */
export class KeptGraph {
  private readonly memory = new MemoryLayer({ entries: 50_000, bytes: 64 * 1024 * 1024 });
  private readonly tallies = createCacheTallies(createMetrics());
  private readonly cache = new ResponseCache({
    memory: this.memory,
    streams: [stream],
    tallies: this.tallies,
    logger: createLogger('differential', 'silent'),
  });

  constructor() {
    this.cache.caughtUp(stream);
  }

  compilerFor(supergraph: Supergraph): CompileCachedQuestion {
    const subgraphs = supergraph.subgraphs();
    const schemaOf = (name: string) => subgraphs.get(name)?.schema.toGraphQLJSSchema();
    return createCachedQuestionCompiler(this.cache, { hints, kept, schemaOf });
  }

  /** What an event does that tells of a change. @param self such as `Product:2`. */
  tell(self: string): void {
    const [typeName = ''] = self.split(':');
    this.memory.forget([tagOf(typeName, self)]);
  }

  /** How often something was served that was kept, since this was asked last. */
  takeHits(): number {
    return this.tallies.memoryHits.takeNew();
  }
}
