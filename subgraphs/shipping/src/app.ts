import type { Logger } from '@souk/kit/observability';
import { type RunningSubgraph, startSubgraph } from '@souk/kit/server';
import { askAccountsToKeepAuditHead } from '@souk/schema/questions/accounts';
import { migrations } from '../migrations/migrations.js';
import { answerShippingRates } from './answers/shipping-rates.js';
import { answerStopShipment } from './answers/stop-shipment.js';
import { HttpCarrier } from './carriers/http-carrier.js';
import type { ShippingConfig } from './config.js';
import { Shipment } from './domain/shipment.js';
import { handlers } from './events/handlers.js';
import { publishShipmentEvent } from './events/publish-shipment-event.js';
import { graph } from './graphql/graph.js';
import { ShipmentSchema } from './persistence/shipment.schema.js';
import { ensureZones } from './reference-data/ensure-zones.js';
import { bookLabels } from './workers/book-labels.js';
import { fulfilCancellationWishes } from './workers/fulfil-cancellation-wishes.js';
import { trackShipments } from './workers/track-shipments.js';

/** Composes and starts shipping. */
export async function startShipping(config: ShippingConfig, logger: Logger): Promise<RunningSubgraph> {
  const carrier = new HttpCarrier({ url: config.CARRIER_URL, apiKey: config.CARRIER_API_KEY });
  return startSubgraph({
    name: 'shipping',
    config,
    logger,
    schemas: [ShipmentSchema],
    migrations,
    auditHeadKeeper: askAccountsToKeepAuditHead,
    publishers: [[Shipment, publishShipmentEvent]],
    graph,
    handlers,
    handlerContext: () => ({ carrierCode: carrier.code }),
    answers: [answerShippingRates, answerStopShipment(carrier)],
    workers: [
      bookLabels(carrier),
      trackShipments(carrier, config.TRACKING_POLL_SECONDS),
      fulfilCancellationWishes(carrier),
    ],
    prepare: ({ orm }) => ensureZones(orm.em),
  });
}
