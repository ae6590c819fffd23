import { answerTo } from '@souk/kit/asking';
import { askOpenOrderLink } from '@souk/schema/questions/orders';
import { findLinkedOrderId } from '../use-cases/order-link.js';

/** Tells which order a secret link opens. */
export const answerOpenOrderLink = answerTo(askOpenOrderLink, async ({ secret }, { em }) => ({
  orderId: await findLinkedOrderId(em, secret),
}));
