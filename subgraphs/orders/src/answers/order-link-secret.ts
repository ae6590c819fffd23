import { answerTo } from '@souk/kit/asking';
import { askOrderLinkSecret } from '@souk/schema/questions/orders';
import { issueOrderLink } from '../use-cases/order-link.js';

/** Makes a secret link to a guest's order for the message that carries it. */
export const answerOrderLinkSecret = answerTo(askOrderLinkSecret, async ({ orderId }, { em }) => ({
  secret: await issueOrderLink(em, orderId),
}));
