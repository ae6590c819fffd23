import type { FlashSaleFigures } from './bench-figures.js';
import type { Part } from './part.js';
import { runBench } from './run-bench.js';
import { describeServers } from './run-chaos.js';
import { withShop } from './with-shop.js';

export const flashSale: Part<'flash-sale'> = {
  name: 'flash-sale',
  about: 'many more buyers than units, at once, nothing going wrong',
  tasks: () => [
    {
      id: 'flash-sale',
      size: {},
      measure: async (setting) => {
        const result = await withShop(setting, (environment) =>
          runBench<FlashSaleFigures>(['flash-sale'], environment, setting),
        );
        return { result, servers: describeServers(result.surroundings) };
      },
    },
  ],
};
