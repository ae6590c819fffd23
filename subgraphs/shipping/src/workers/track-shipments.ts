import { Turns } from '@souk/kit/concurrency';
import { handledAtOnce } from '@souk/kit/messaging';
import type { Worker } from '@souk/kit/server';
import type { Carrier } from '../carriers/carrier.js';
import { trackShipment } from '../use-cases/track-shipment.js';
import { doDueWork } from './due-work.js';

/** Asks the carrier about parcels that are on their way, each every `pollSeconds`. */
export function trackShipments(carrier: Carrier, pollSeconds: number): Worker {
  const writing = new Turns(handledAtOnce);
  return {
    name: 'track-shipments',
    everyMs: Math.min(1_000, pollSeconds * 500),
    run: (context) =>
      doDueWork(context, {
        condition: `status in ('LABELLED', 'DISPATCHED') and cancellation_wish is null`,
        leaseSeconds: pollSeconds,
        retrySeconds: pollSeconds,
        name: 'track parcel',
        failure: 'A parcel could not be tracked yet.',
        perform: (id) => trackShipment({ em: context.em.fork(), carrier, writing }, id),
      }),
  };
}
