import { faultPoint } from '@souk/kit/faults';
import type { Worker, WorkerContext } from '@souk/kit/server';
import { findDueOrderIds } from '../persistence/checkout-store.js';
import type { Checkout } from '../use-cases/checkout.js';

const batchSize = 50;

/** Tells the process of every order whose deadline has passed. One that fails does not keep the others waiting. */
export function runDueDeadlines(checkout: Checkout): Worker {
  return {
    name: 'due-deadlines',
    everyMs: 500,
    run: async (context) => {
      const orderIds = await findDueOrderIds(context.em, batchSize);
      if (orderIds.length > 0) await faultPoint('orders.deadlines.afterSelectBeforeStep');
      const results = [];
      for (const orderId of orderIds) results.push(await advance(checkout, orderId, context));
      return orderIds.length === batchSize && results.every(Boolean);
    },
  };
}

async function advance(checkout: Checkout, orderId: string, { em, now, logger }: WorkerContext): Promise<boolean> {
  try {
    await checkout.advanceIfDue(em, orderId, now());
    return true;
  } catch (error) {
    logger.error({ err: error, orderId }, 'A deadline could not be dealt with and comes again.');
    return false;
  }
}
