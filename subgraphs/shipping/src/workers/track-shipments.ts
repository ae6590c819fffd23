import type { Worker } from '@souk/kit/server';
import type { Carrier } from '../carriers/carrier.js';
import { trackShipment } from '../use-cases/track-shipment.js';
import { claimDue } from './claim-due.js';

/** Asks the carrier about parcels that are on their way, each every `pollSeconds`. */
export function trackShipments(carrier: Carrier, pollSeconds: number): Worker {
  return {
    name: 'track-shipments',
    everyMs: Math.min(1_000, pollSeconds * 500),
    run: async ({ em, logger }) => {
      const ids = await claimDue(em, `status in ('LABELLED', 'DISPATCHED') and cancellation_wish is null`, pollSeconds);
      for (const id of ids) {
        await trackShipment({ em: em.fork(), carrier }, id).catch((error: unknown) =>
          logger.warn({ err: error, shipmentId: id }, 'A parcel could not be tracked yet.'),
        );
      }
      return ids.length > 0;
    },
  };
}
