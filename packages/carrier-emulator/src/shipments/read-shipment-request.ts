import { z } from 'zod';
import { CarrierFailure } from '../failures/carrier-failure.js';
import { serviceCodes } from '../services/services.js';
import type { ShipmentRequest } from './shipment.js';

const line = z.string().trim().min(1).max(100);

const request = z.strictObject({
  reference: z.string().min(1).max(100),
  to: z.strictObject({
    name: line,
    line1: line,
    line2: line.optional(),
    city: line,
    postalCode: z.string().trim().min(1).max(12),
    countryCode: z.string().regex(/^[A-Z]{2}$/, 'must be two capital letters'),
  }),
  weightGrams: z.int().min(1).max(70_000),
  service: z.enum(serviceCodes),
});

const nowhere = '00000';

/** @throws {CarrierFailure} INVALID_REQUEST naming every wrong field, or ADDRESS_NOT_DELIVERABLE. */
export function readShipmentRequest(body: unknown): ShipmentRequest {
  const result = request.safeParse(body);
  if (!result.success) throw invalid(result.error);
  if (result.data.to.postalCode !== nowhere) return result.data;
  const field = { path: 'to.postalCode', message: 'no such place' };
  throw new CarrierFailure(422, 'ADDRESS_NOT_DELIVERABLE', 'There is no way to deliver to this address.', [field]);
}

function invalid(error: z.ZodError): CarrierFailure {
  const fields = error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
  return new CarrierFailure(400, 'INVALID_REQUEST', 'The shipment cannot be understood.', fields);
}
