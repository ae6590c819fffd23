import { takeUnits } from '@souk/inventory/use-cases/pooled-units';
import { reserveStock } from '@souk/inventory/use-cases/reserve-stock';
import { newId } from '@souk/kit/domain';
import { type EntityManager, inTransaction } from '@souk/kit/persistence';
import type { HotGoods } from './hot-goods.js';

/** Takes one unit; resolves to whether there was one. */
type TakeOne = (em: EntityManager, goods: HotGoods) => Promise<boolean>;

/** The taking alone, in a transaction of its own. */
const takeUnit: TakeOne = async (em, goods) =>
  inTransaction(em, async (transaction) => (await takeUnits(transaction, newId(), { ...goods, quantity: 1 })) === 1);

/** All that happens when an order is placed: reservation, line, unit, event. */
const reserveUnit: TakeOne = async (em, { variantId }) => {
  const order = { orderId: newId(), lines: [{ variantId, quantity: 1 }], destinationCountryCode: 'DE' };
  await inTransaction(em, (transaction) => reserveStock(transaction, order));
  return true;
};

/** The ways to take a unit that are measured. */
export const takings = { unit: takeUnit, reservation: reserveUnit };

export type Taking = keyof typeof takings;
