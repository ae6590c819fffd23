import type { ShopClient } from '@souk/client/shop-client';
import { OrderMoneyDocument } from '@souk/schema/generated/graphql';
import { countImbalances } from '../measure/count-imbalances.js';
import { summarize } from '../measure/percentiles.js';
import type { Progress } from '../report/progress.js';
import { followOrder, type Outcome, placeOrder, takeQuote } from '../shop/buy.js';
import { availableOf, offerGoods, withdrawGoods } from '../shop/goods.js';
import { type LedgerEntry, readProviderLedger } from '../shop/provider-ledger.js';
import { required } from '../shop/required.js';
import { enterAsGuest } from '../shop/visitors.js';
import type { RunningStack } from '../stack/running-stack.js';
import { type BoughtOrder, judgeRush, type Rush } from './judge-rush.js';

export const buyers = 60;
export const units = 20;
const preparedAtOnce = 10;

export interface RushRequest {
  url: string;
  emulatorUrl: string;
  stack: Pick<RunningStack, 'databases'>;
  manager: ShopClient;
  progress: Progress;
}

interface Buyer {
  shop: ShopClient;
  quoteId: string;
}

/** 60 buyers want a product of which there are 20, all at the same moment. */
export async function runRush({ url, emulatorUrl, stack, manager, progress }: RushRequest): Promise<Rush> {
  const goods = await offerGoods(manager, 1, units);
  progress.show(`${buyers} buyers of ${units} units come in`);
  const crowd = await gather(url, goods.variantIds[0]!);
  progress.show(`${buyers} buyers order at once`);
  const began = performance.now();
  const orders = await Promise.all(crowd.map((buyer) => buy(buyer)));
  const seconds = (performance.now() - began) / 1_000;
  const [ledger, [left], imbalances] = await Promise.all([
    readProviderLedger(emulatorUrl),
    availableOf(manager, goods),
    countImbalances(stack),
  ]);
  await withdrawGoods(manager, goods);
  return {
    ...judgeRush(orders.map((order) => withLedger(order, ledger))),
    seconds,
    left: left ?? null,
    imbalances,
    ...speed(orders),
  };
}

/** Everything up to the order itself, a few at a time. */
async function gather(url: string, variantId: string): Promise<Buyer[]> {
  const crowd: Buyer[] = [];
  while (crowd.length < buyers) {
    const arriving = Array.from({ length: preparedAtOnce }, async () => {
      const shop = await enterAsGuest(url);
      return { shop, quoteId: await takeQuote(shop, variantId) };
    });
    crowd.push(...(await Promise.all(arriving)));
  }
  return crowd;
}

interface FollowedOrder extends Outcome {
  orderId: string;
  totalMinor: number;
  capturedMinor: number;
  placeOrderMs: number;
}

async function buy({ shop, quoteId }: Buyer): Promise<FollowedOrder> {
  const sent = performance.now();
  const orderId = await placeOrder(shop, quoteId);
  const placeOrderMs = performance.now() - sent;
  const outcome = await followOrder(shop, orderId);
  const { order } = await shop.run(OrderMoneyDocument, { id: orderId });
  const { total, payment } = required(order, 'its order');
  const capturedMinor = payment?.capturedAmount.amountMinor ?? 0;
  return { ...outcome, orderId, totalMinor: total.amountMinor, capturedMinor, placeOrderMs };
}

function withLedger(order: FollowedOrder, ledger: ReadonlyMap<string, LedgerEntry[]>): BoughtOrder {
  return { ...order, ledger: ledger.get(order.orderId) ?? [] };
}

function speed(orders: readonly FollowedOrder[]) {
  return { placeOrder: summarize(orders.map(({ placeOrderMs }) => placeOrderMs)) };
}
