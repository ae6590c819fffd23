import { OutboxMessageSchema, OutboxSubscriber } from '@souk/kit/messaging';
import { createLogger } from '@souk/kit/observability';
import { createOrm, type EntityManager } from '@souk/kit/persistence';
import { createTestDatabase } from '@souk/kit/testing';
import { migrations } from '../migrations/migrations.js';
import { Reservation } from '../src/domain/reservation.js';
import { StockLevel } from '../src/domain/stock-level.js';
import { publishReservationEvent } from '../src/events/publish-reservation-event.js';
import { publishStockLevelEvent } from '../src/events/publish-stock-level-event.js';
import { ReservationSchema } from '../src/persistence/reservation.schema.js';
import { StockLevelSchema } from '../src/persistence/stock-level.schema.js';
import { StockMovementSchema } from '../src/persistence/stock-movement.schema.js';
import { WarehouseSchema } from '../src/persistence/warehouse.schema.js';

export interface ManyConnections {
  /** An entity manager of any of the processes, in turn. */
  em(): EntityManager;
  stop(): Promise<void>;
}

/** One database, and the connections of some processes to it: ten transactions at once for each. */
export async function openManyConnections(processes = 4): Promise<ManyConnections> {
  const database = await createTestDatabase('inventory', migrations);
  const orms = await Promise.all(
    Array.from({ length: processes }, () =>
      createOrm({
        databaseUrl: database.url,
        schemas: [ReservationSchema, StockLevelSchema, StockMovementSchema, WarehouseSchema, OutboxMessageSchema],
        subscribers: [
          new OutboxSubscriber([
            [Reservation, publishReservationEvent],
            [StockLevel, publishStockLevelEvent],
          ]),
        ],
        logger: createLogger('test', 'error'),
      }),
    ),
  );
  let turn = 0;
  return {
    em: () => {
      turn += 1;
      return orms[turn % processes]!.em.fork();
    },
    stop: async () => {
      await Promise.all(orms.map((orm) => orm.close()));
      await database.drop();
    },
  };
}
