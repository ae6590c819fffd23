import { registerEnumType } from 'type-graphql';
import { poolings } from '../domain/unit-pool.js';

export const StockPoolingEnum = Object.fromEntries(poolings.map((pooling) => [pooling, pooling]));
registerEnumType(StockPoolingEnum, {
  name: 'StockPooling',
  description: 'When the units of a stock level are laid out one by one, so that many buyers can take them at once.',
  valuesConfig: {
    AUTOMATIC: { description: 'While many want them at once.' },
    ALWAYS: { description: 'Always: for a sale that is about to begin.' },
  },
});
