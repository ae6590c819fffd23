import { inTransaction } from '@souk/kit/persistence';
import type { Worker, WorkerContext } from '@souk/kit/server';
import type { Carrier } from '../carriers/carrier.js';
import { Shipment } from '../domain/shipment.js';
import { stopShipment } from '../use-cases/stop-shipment.js';
import { doDueWork } from './due-work.js';

/** Asks the carrier to give back the parcels of cancelled orders, again and again until it says yes or no. */
export function fulfilCancellationWishes(carrier: Carrier): Worker {
  return {
    name: 'fulfil-cancellation-wishes',
    everyMs: 1_000,
    wakeOnCommit: true,
    run: (context) =>
      doDueWork(context, {
        condition: 'cancellation_wish is not null',
        leaseSeconds: 15,
        retrySeconds: 5,
        name: 'stop parcel',
        failure: 'A parcel could not be stopped yet.',
        perform: (id) => fulfil(context, carrier, id),
      }),
  };
}

async function fulfil({ em, now, logger }: WorkerContext, carrier: Carrier, id: string): Promise<void> {
  const { orderId, cancellationWish } = await em.fork().findOneOrFail(Shipment, { id });
  if (!cancellationWish) return;
  const isStopped = await stopShipment({ em, now, carrier }, orderId, cancellationWish);
  if (!isStopped)
    logger.error(
      { shipmentId: id, orderId },
      'The parcel of a cancelled order has left: somebody must ask for it back.',
    );
  await inTransaction(em, async (transaction) => {
    const shipment = await transaction.findOneOrFail(Shipment, { id });
    shipment.cancellationWish = null;
  });
}
