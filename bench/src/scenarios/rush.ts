import { randomUUID } from 'node:crypto';
import { enterAsGuest } from '@souk/client/enter';
import { availableOf } from '@souk/client/offer-product';
import { type ProviderEntry, readProviderLedger } from '@souk/client/provider-ledger';
import { required } from '@souk/client/required';
import type { ShopClient } from '@souk/client/shop-client';
import { Turns } from '@souk/kit/concurrency';
import { OrderMoneyDocument } from '@souk/schema/generated/graphql';
import { countImbalances } from '../measure/count-imbalances.js';
import { summarize } from '../measure/percentiles.js';
import type { Progress } from '../report/progress.js';
import { followOrder, type Outcome, placeOrder, takeQuote } from '../shop/buy.js';
import { layOutUnits, offerGoods, withdrawGoods } from '../shop/goods.js';
import { Patience } from '../shop/patience.js';
import type { RunningStack } from '../stack/running-stack.js';
import { type BoughtOrder, judgeRush, type Rush } from './judge-rush.js';

const preparedAtOnce = 10;

export interface RushSize {
  buyers: number;
  units: number;
  /** How many order at the same moment. */
  atOnce: number;
  /** Whether staff announce the rush, so that the units lie in a pool. */
  isHot: boolean;
}

export interface RushRequest {
  size: RushSize;
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

/** More buyers want a product than there are units of it, many at the same moment. */
export async function runRush(request: RushRequest): Promise<Rush> {
  const { emulatorUrl, stack, manager, size } = request;
  const goods = await offerGoods(manager, 1, size.units);
  if (size.isHot) await layOutUnits(manager, goods);
  const patience = new Patience();
  const crowd = await gather(request, goods.variantIds[0]!);
  const began = performance.now();
  const orders = await buyInTurns(crowd, request, patience);
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
    retries: patience.retries,
    left: left ?? null,
    imbalances,
    ...speed(orders),
  };
}

/** Everything up to the order itself, a few at a time. */
async function gather({ url, size, progress }: RushRequest, variantId: string): Promise<Buyer[]> {
  const crowd: Buyer[] = [];
  while (crowd.length < size.buyers) {
    if (crowd.length % size.atOnce < preparedAtOnce)
      progress.show(`${crowd.length} of ${size.buyers} buyers have come in for ${size.units} units`);
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
  /** From sending the order until it was paid or cancelled. */
  restedMs: number;
}

function buyInTurns(
  crowd: readonly Buyer[],
  { size, progress }: RushRequest,
  patience: Patience,
): Promise<FollowedOrder[]> {
  const turns = new Turns(size.atOnce);
  let rested = 0;
  const orders = crowd.map((buyer) =>
    turns.take(async () => {
      const order = await buy(buyer, patience);
      rested += 1;
      if (rested % size.atOnce === 0) progress.show(`${rested} of ${size.buyers} orders rest, ${size.atOnce} at once`);
      return order;
    }),
  );
  return Promise.all(orders);
}

async function buy({ shop, quoteId }: Buyer, patience: Patience): Promise<FollowedOrder> {
  const sent = performance.now();
  const key = randomUUID();
  const orderId = await patience.try(() => placeOrder(shop, quoteId, key));
  const placeOrderMs = performance.now() - sent;
  const outcome = await patience.try(() => followOrder(shop, orderId));
  const restedMs = performance.now() - sent;
  const { order } = await patience.try(() => shop.run(OrderMoneyDocument, { id: orderId }));
  const { total, payment } = required(order, 'its order');
  const capturedMinor = payment?.capturedAmount.amountMinor ?? 0;
  return { ...outcome, orderId, totalMinor: total.amountMinor, capturedMinor, placeOrderMs, restedMs };
}

function withLedger(order: FollowedOrder, ledger: ReadonlyMap<string, ProviderEntry[]>): BoughtOrder {
  return { ...order, ledger: ledger.get(order.orderId) ?? [] };
}

function speed(orders: readonly FollowedOrder[]) {
  const restingTimes = (wanted: FollowedOrder['status']) =>
    summarize(orders.filter(({ status }) => status === wanted).map(({ restedMs }) => restedMs));
  return {
    placeOrder: summarize(orders.map(({ placeOrderMs }) => placeOrderMs)),
    untilPaid: restingTimes('PAID'),
    untilRefused: restingTimes('CANCELLED'),
  };
}
