import type { Clock } from '@souk/kit/domain';
import type { EntityManager } from '@souk/kit/persistence';
import { StockMovement } from '../domain/stock-movement.js';
import { toWarehouseCode, Warehouse } from '../domain/warehouse.js';
import type { Place } from './lock-order.js';
import { ensureStockLevels, lockStockLevels } from './lock-stock-levels.js';

export interface NewVariant {
  variantId: string;
  sku: string;
  initialStock: { warehouseCode: string; quantity: number } | null;
}

interface Arrival extends Place {
  quantity: number;
  cause: string;
}

/**
 * Makes variants known and takes in the stock that is there from the beginning, once for each variant. A warehouse that
 * nobody has described yet is opened. Publishes `inventory.stock-level.changed.v1` for each level.
 * @param em inside a transaction.
 * @throws {InvalidWarehouseError} @throws {InvalidQuantityError}
 */
export async function receiveInitialStock(
  { em, now }: { em: EntityManager; now: Clock },
  variants: readonly NewVariant[],
  eventId: string,
): Promise<void> {
  await rememberVariants(em, variants);
  const arrivals = await arrivalsOf(em, variants, now());
  if (arrivals.length === 0) return;
  await ensureStockLevels(em, arrivals);
  const locked = await lockStockLevels(em, arrivals);
  const known = await em.find(StockMovement, { cause: { $in: arrivals.map(({ cause }) => cause) } });
  const about = { eventId, occurredAt: now(), staffId: null, reason: null, note: null };
  for (const { level, quantity, cause } of locked) {
    const isNew = !known.some((movement) => movement.cause === cause);
    if (isNew && quantity > 0) em.persist(level.receive(quantity, { ...about, cause }));
  }
}

async function rememberVariants(em: EntityManager, variants: readonly NewVariant[]): Promise<void> {
  await em.execute(
    `insert into variant (id, sku) values ${variants.map(() => '(?, ?)').join(', ')} on conflict do nothing`,
    variants.flatMap(({ variantId, sku }) => [variantId, sku]),
  );
}

async function arrivalsOf(em: EntityManager, variants: readonly NewVariant[], now: Date): Promise<Arrival[]> {
  const stocked = variants.flatMap(({ variantId, initialStock }) => {
    if (!initialStock) return [];
    const { warehouseCode, quantity } = initialStock;
    return [{ variantId, quantity, code: toWarehouseCode(warehouseCode), cause: `initial-stock:${variantId}` }];
  });
  const warehouses = await findOrOpenWarehouses(em, new Set(stocked.map(({ code }) => code)), now);
  return stocked.map(({ code, ...arrival }) => ({ ...arrival, warehouseId: warehouses.get(code)! }));
}

/** The ids of warehouses by their codes. */
async function findOrOpenWarehouses(
  em: EntityManager,
  codes: ReadonlySet<string>,
  now: Date,
): Promise<Map<string, string>> {
  const find = async () => {
    const warehouses = await em.find(Warehouse, { code: { $in: [...codes] } });
    return new Map(warehouses.map(({ code, id }) => [code, id]));
  };
  const known = await find();
  if (known.size === codes.size) return known;
  for (const code of codes) await openUnlessThere(em, Warehouse.discover(code, now));
  return find();
}

async function openUnlessThere(em: EntityManager, warehouse: Warehouse): Promise<void> {
  const { id, code, name, priority, openedAt } = warehouse;
  await em.execute(
    `insert into warehouse (id, code, name, priority, opened_at) values (?, ?, ?, ?, ?) on conflict (code) do nothing`,
    [id, code, name, priority, openedAt],
  );
}
