import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Shipment } from './shipment.js';

const extension = '.json';

/** Shipments by id and by the sender's reference, each in a file of its own. */
export class ShipmentStore {
  private readonly byId = new Map<string, Shipment>();
  private readonly byReference = new Map<string, Shipment>();

  private constructor(private readonly directory: string) {}

  static open(directory: string): ShipmentStore {
    mkdirSync(directory, { recursive: true });
    const store = new ShipmentStore(directory);
    const files = readdirSync(directory).filter((name) => name.endsWith(extension));
    for (const name of files) store.know(JSON.parse(readFileSync(join(directory, name), 'utf8')) as Shipment);
    return store;
  }

  find(id: string): Shipment | undefined {
    return this.byId.get(id);
  }

  findByReference(reference: string): Shipment | undefined {
    return this.byReference.get(reference);
  }

  /** Written beside and moved into place, so that a crash leaves either the old file or the new one. */
  save(shipment: Shipment): Shipment {
    const file = join(this.directory, `${shipment.id}${extension}`);
    writeFileSync(`${file}.draft`, JSON.stringify(shipment));
    renameSync(`${file}.draft`, file);
    this.know(shipment);
    return shipment;
  }

  private know(shipment: Shipment): void {
    this.byId.set(shipment.id, shipment);
    this.byReference.set(shipment.reference, shipment);
  }
}
