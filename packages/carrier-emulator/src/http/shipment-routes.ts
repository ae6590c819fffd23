import express, { type Request, type Router } from 'express';
import type { Carrier } from '../carrier.js';
import { services } from '../services/services.js';
import { cancelShipment } from '../shipments/cancel-shipment.js';
import { createShipment } from '../shipments/create-shipment.js';
import { findShipment } from '../shipments/find-shipment.js';
import { presentShipment } from '../shipments/present-shipment.js';
import { readShipmentRequest } from '../shipments/read-shipment-request.js';
import type { Shipment } from '../shipments/shipment.js';
import { applyFaults } from './apply-faults.js';
import { authenticate } from './authenticate.js';

/** What a shop asks a carrier for. */
export function shipmentRoutes(carrier: Carrier): Router {
  const { store, config, now } = carrier;
  const view = (request: Request, shipment: Shipment) => {
    const publicUrl = config.publicUrl ?? `${request.protocol}://${request.get('host')}`;
    return presentShipment(shipment, { now: now(), publicUrl });
  };
  const router = express.Router();
  router.use(authenticate(config.apiKey), applyFaults(carrier.faults), express.json({ limit: '100kb' }));

  router.get('/services', (_request, response) => {
    response.json({ services });
  });
  router.post('/shipments', (request, response) => {
    const wanted = readShipmentRequest(request.body);
    const { shipment, created } = createShipment({ store, stepSeconds: config.stepSeconds, now: now() }, wanted);
    response.status(created ? 201 : 200).json(view(request, shipment));
  });
  router.get('/shipments/:id', (request, response) => {
    response.json(view(request, findShipment(store, request.params.id)));
  });
  router.post('/shipments/:id/cancel', (request, response) => {
    response.json(view(request, cancelShipment({ store, now: now() }, request.params.id)));
  });
  return router;
}
