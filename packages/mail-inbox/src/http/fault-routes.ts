import express, { type Router } from 'express';
import type { Faults } from '../faults/faults.js';

/** The switches for tests. */
export function faultRoutes(faults: Faults): Router {
  const router = express.Router();
  router.use(express.json());
  router.get('/faults', (_request, response) => {
    response.json(faults.settings);
  });
  router.post('/faults', (request, response) => {
    faults.change(request.body);
    response.json(faults.settings);
  });
  router.delete('/faults', (_request, response) => {
    faults.reset();
    response.json(faults.settings);
  });
  return router;
}
