import { DomainError } from '@souk/kit/domain';
import type { ShipmentStatus } from './shipment-status.js';

export class ShipmentTransitionError extends DomainError {
  readonly code = 'INVALID_STATE_TRANSITION';
  constructor(from: ShipmentStatus, to: ShipmentStatus) {
    super(`A shipment cannot go from ${from} to ${to}.`);
  }
}
