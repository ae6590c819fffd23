import { enterAsGuest } from '@souk/client/enter';
import type { LoadScenario } from '../load/load-scenario.js';
import type { Level } from '../load/measure-levels.js';
import type { Goal } from '../report/goals.js';
import { followOrder, placeOrder, takeQuote } from '../shop/buy.js';
import { offerGoods, withdrawGoods } from '../shop/goods.js';
import { enterAsManager } from '../shop/visitors.js';

const variants = 50;
const unitsOfEach = 100_000;
const paidWithinMs = 400;
const handledWithinMs = 50;
const handledAfterCommitWithinMs = 30;

/** A guest comes in, puts one thing into the cart, takes a quote, orders, and waits until it is paid. */
export async function checkout(url: string, managerPassword: string | undefined): Promise<LoadScenario> {
  const goods = await offerGoods(await enterAsManager(url, managerPassword), variants, unitsOfEach);
  return {
    operation: 'a guest session, a cart, a quote, an order, followed live until it is PAID',
    steps: {
      placeOrder: 'placeOrder: sent → answered',
      paid: 'placed → PAID: placeOrder sent → PAID received',
      checkout: 'the whole operation',
    },
    operate: (turn) => buyOne(url, goods.variantIds[turn % variants]!),
    finish: async () => withdrawGoods(await enterAsManager(url, managerPassword), goods),
  };
}

/** What one customer alone must get on a quiet machine. */
export function checkoutGoals(levels: readonly Level[]): Goal[] {
  const alone = levels.find(({ customers }) => customers === 1);
  const failed = levels.reduce((sum, level) => sum + level.failed, 0);
  return [
    { name: 'failed operations', measured: failed, atMost: 0, unit: 'operations' },
    ...(alone ? goalsOfOne(alone) : []),
  ];
}

/** Without a level they were not measured. */
export function goalsOfOne(level: Pick<Level, 'latencies' | 'events'> | null): Goal[] {
  return [
    {
      name: 'placed → PAID, p95, 1 customer',
      measured: level?.latencies['paid']?.p95 ?? null,
      atMost: paidWithinMs,
      unit: 'ms',
    },
    {
      name: 'event created → handled, p95, 1 customer',
      measured: level?.events.handled?.p95 ?? null,
      atMost: handledWithinMs,
      unit: 'ms',
    },
    {
      name: 'event committed → handled, p95, 1 customer',
      measured: level?.events.handledAfterCommit?.p95 ?? null,
      atMost: handledAfterCommitWithinMs,
      unit: 'ms',
    },
  ];
}

async function buyOne(url: string, variantId: string) {
  const began = performance.now();
  const shop = await enterAsGuest(url);
  const quoteId = await takeQuote(shop, variantId);
  const sent = performance.now();
  const orderId = await placeOrder(shop, quoteId);
  const answered = performance.now();
  const { status, cancellation } = await followOrder(shop, orderId);
  const ended = performance.now();
  if (status !== 'PAID') throw new Error(`Order ${orderId} was cancelled: ${cancellation}.`);
  return { placeOrder: answered - sent, paid: ended - sent, checkout: ended - began };
}
