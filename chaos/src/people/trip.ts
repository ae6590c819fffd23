import type { Random } from '../random.js';
import type { AbsentWishes } from './absent-wishes.js';
import { visitBank } from './bank.js';
import type { MutationPayload, Verdict } from './classify-answer.js';
import { type Market, pickGoods } from './market.js';
import { type Patience, pauseAfterTry } from './patience.js';
import type { Shopper } from './shopper.js';
import type { TripPlan } from './trip-plan.js';

/** What is around those who shop. */
export interface Surroundings {
  market: Market;
  emulatorUrl: string;
  patience: Patience;
  absent: AbsentWishes;
  /** Somebody looks at the order's way as it goes. */
  watch(shopper: Shopper, orderId: string): void;
  /** Staff may give money back for the order, or cancel it. */
  hand(orderId: string): void;
}

const quoteTries = 40;
const quoteRefusals = 5;
const pauseMs = 300;
const mostQuantity = 3;

/** Comes in, fills the cart, orders what is in it, and does with the order what was planned. */
export async function makeTrip(shopper: Shopper, plan: TripPlan, around: Surroundings): Promise<void> {
  if (!(await untilInside(shopper, around.patience))) return;
  await fillCart(shopper, plan, around.market);
  const orderId = await order(shopper, plan, around);
  if (!orderId) return;
  around.hand(orderId);
  for (let watcher = 0; watcher < plan.watchers; watcher += 1) around.watch(shopper, orderId);
  await Promise.all([payFor(shopper, orderId, plan, around), thinkBetterOf(shopper, orderId, plan, around)]);
  await seeHowItWent(shopper, orderId);
}

/** What was not sold stays in the cart: nobody wants it for ever. */
async function seeHowItWent(shopper: Shopper, orderId: string): Promise<void> {
  const progress = await shopper.progressOf(orderId);
  shopper.hasLeftovers = progress === null || progress.status === 'CANCELLED' || progress.status === 'PENDING';
}

async function untilInside(shopper: Shopper, patience: Patience): Promise<boolean> {
  for (let tries = 1; !(await shopper.arrive()); tries += 1) {
    if (patience.isClosed) return false;
    await patience.wait(pauseAfterTry(tries, pauseMs, shopper.parts.random));
  }
  return true;
}

async function fillCart(shopper: Shopper, plan: TripPlan, market: Market): Promise<void> {
  const { random } = shopper.parts;
  const { cartManner: manner, changesMind } = plan;
  await shopper.browse(random.pick(market.products).slug);
  if (shopper.hasLeftovers || changesMind === 'CLEARS') await shopper.clearCart(manner);
  if (plan.linesToAdd === 'ALL') {
    await shopper.addLines(someOfEach(market, random), manner);
    return;
  }
  const wanted = Array.from({ length: plan.linesToAdd }, () => someOf(market, random));
  for (const line of wanted) await shopper.addLines([line], manner);
  const [first] = wanted;
  if (!first) return;
  if (changesMind === 'CHANGES')
    await shopper.changeLines([{ ...first, quantity: random.integer(1, mostQuantity) }], manner);
  if (changesMind === 'REMOVES' && wanted.length > 1) await shopper.removeLines([first.variantId], manner);
}

function someOf(market: Market, random: Random) {
  return { variantId: pickGoods(market, random), quantity: random.integer(1, mostQuantity) };
}

function someOfEach({ plentiful }: Market, random: Random) {
  return plentiful.map((variantId) => ({ variantId, quantity: random.integer(1, mostQuantity) }));
}

/** Returns the order's id; null when there is none, or when nobody waited to hear of it. */
async function order(shopper: Shopper, plan: TripPlan, { patience, absent }: Surroundings): Promise<string | null> {
  const quoteId = await untilQuoted(shopper, patience);
  if (!quoteId) return null;
  const wish = shopper.orderWish(quoteId, plan.paymentToken);
  const verdict = await shopper.placeOrder(wish, plan.orderManner);
  if (verdict.outcome === 'UNKNOWN') absent.add(shopper, wish);
  if (plan.reusesKey && wish.key) {
    const other = shopper.orderWish(quoteId, plan.paymentToken, wish.key, `${wish.key}.other`);
    await shopper.placeOrder(other, 'CALM');
  }
  if (verdict.outcome === 'ACKNOWLEDGED') return verdict.payload.order?.id ?? null;
  const newQuoteId = newQuoteOf(verdict);
  if (!newQuoteId) return null;
  const again = await shopper.placeOrder(shopper.orderWish(newQuoteId, plan.paymentToken), 'CALM');
  return again.outcome === 'ACKNOWLEDGED' ? (again.payload.order?.id ?? null) : null;
}

/** A shop that does not answer is asked for long; a cart that cannot be bought, soon no more. */
async function untilQuoted(shopper: Shopper, patience: Patience): Promise<string | null> {
  let refusals = 0;
  for (let tries = 0; tries < quoteTries && refusals < quoteRefusals && !patience.isOver; tries += 1) {
    const quote = await shopper.takeQuote();
    if (quote?.id) return quote.id;
    if (quote) refusals += 1;
    await patience.wait(pauseMs * (1 + tries));
  }
  return null;
}

/** Prices have changed since: then the shop offers a new quote. */
function newQuoteOf(verdict: Verdict<MutationPayload>): string | null {
  if (verdict.outcome !== 'REFUSED' || verdict.code !== 'PRICE_CHANGED') return null;
  const [refusal] = verdict.payload?.userErrors ?? [];
  return (refusal as { newQuoteId?: string } | undefined)?.newQuoteId ?? null;
}

async function payFor(shopper: Shopper, orderId: string, plan: TripPlan, around: Surroundings): Promise<void> {
  if (plan.paymentToken !== 'pm_card_authenticationRequired') return;
  await visitBank({ shopper, orderId, wish: plan.bankVisit, ...around });
}

async function thinkBetterOf(
  shopper: Shopper,
  orderId: string,
  plan: TripPlan,
  { patience }: Surroundings,
): Promise<void> {
  if (plan.cancelsAfterMs === null) return;
  await patience.waitWhileOpen(plan.cancelsAfterMs);
  await shopper.cancel(orderId, plan.cartManner);
}
