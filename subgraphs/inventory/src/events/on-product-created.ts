import { onEvent } from '@souk/kit/messaging';
import { productCreatedV1 } from '@souk/schema/events/catalog';
import { receiveInitialStock } from '../use-cases/receive-initial-stock.js';

/** Makes the variants of a new product known, and takes in the stock that they come with. */
export const onProductCreated = onEvent(productCreatedV1, ({ id, data }, work) =>
  receiveInitialStock(work, data.variants, id),
);
