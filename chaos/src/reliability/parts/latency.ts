import type { LatencyFigures, LoadFigures } from './bench-figures.js';
import type { Part } from './part.js';
import { runBench } from './run-bench.js';
import { describeServers } from './run-chaos.js';
import { withShop } from './with-shop.js';

/** One alone, some, and more than the machine can serve: the most orders a second are its saturation. */
const customers = '1,8,32';

export const latency: Part<'latency'> = {
  name: 'latency',
  about: 'how fast answers and events are while nothing goes wrong',
  tasks: ({ seconds }) => [
    {
      id: 'latency',
      size: { seconds, customers },
      measure: async (setting) => {
        const result = await withShop(setting, async (environment): Promise<LatencyFigures> => {
          const load = (scenario: string) =>
            runBench<LoadFigures>(
              [scenario, '--customers', customers, '--seconds', String(seconds)],
              environment,
              setting,
            );
          return { checkout: await load('checkout'), browse: await load('browse') };
        });
        return { result, servers: describeServers(result.checkout.surroundings) };
      },
    },
  ],
};
