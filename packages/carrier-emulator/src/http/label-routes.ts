import express, { type Router } from 'express';
import type { Carrier } from '../carrier.js';
import { CarrierFailure } from '../failures/carrier-failure.js';
import { drawLabel } from '../labels/label.js';
import { isSameSecret } from './authenticate.js';

/** Labels are looked at in a browser, so their address itself carries the permission. */
export function labelRoutes({ store }: Carrier): Router {
  const router = express.Router();
  router.get('/shipments/:id/label', (request, response) => {
    const shipment = store.find(request.params.id);
    const token = String(request.query.token ?? '');
    if (!shipment || !isSameSecret(token, shipment.labelToken)) {
      throw new CarrierFailure(404, 'NOT_FOUND', 'There is no such label.');
    }
    response.set({ 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'" });
    response.type('image/svg+xml').send(drawLabel(shipment));
  });
  return router;
}
