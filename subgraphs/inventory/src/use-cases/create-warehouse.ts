import type { Clock } from '@souk/kit/domain';
import { breaksUnique, type EntityManager, inTransaction } from '@souk/kit/persistence';
import { WarehouseCodeTakenError } from '../domain/warehouse.errors.js';
import { Warehouse, type WarehouseDraft } from '../domain/warehouse.js';

/** Opens a warehouse. @throws {InvalidWarehouseError} @throws {WarehouseCodeTakenError} when there is one of that code. */
export async function createWarehouse(
  { em, now }: { em: EntityManager; now: Clock },
  draft: WarehouseDraft,
): Promise<Warehouse> {
  const warehouse = Warehouse.open(draft, now());
  try {
    await inTransaction(em, async (transaction) => {
      transaction.persist(warehouse);
    });
    return warehouse;
  } catch (error) {
    throw breaksUnique(error, 'warehouse_code_key') ? new WarehouseCodeTakenError() : error;
  }
}
