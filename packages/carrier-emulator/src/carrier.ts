import type { Config } from './config.js';
import type { Faults } from './faults/faults.js';
import type { ShipmentStore } from './shipments/shipment-store.js';

/** Everything that one running carrier consists of. */
export interface Carrier {
  config: Config;
  store: ShipmentStore;
  faults: Faults;
  now: () => Date;
}
