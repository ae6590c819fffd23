import { newId } from '@souk/kit/domain';
import { InvalidWarehouseError } from './warehouse.errors.js';

export interface WarehouseDraft {
  code: string;
  name: string;
  /** The smaller, the sooner it is asked. */
  priority: number;
  /** ISO 3166-1 alpha-2. */
  countryCode: string;
}

/** A warehouse that nobody described is asked last. */
const lastPriority = 1_000;

/** A place where stock lies. People and files name it by its code. */
export class Warehouse {
  name!: string;
  priority!: number;
  /** Null for a warehouse of which only the code is known. */
  countryCode: string | null = null;

  /** Use the static functions; public only because the object-relational mapper needs it. */
  constructor(
    readonly id: string,
    readonly code: string,
    readonly openedAt: Date,
  ) {}

  /** @throws {InvalidWarehouseError} that names the field at fault. */
  static open({ code, name, priority, countryCode }: WarehouseDraft, now: Date): Warehouse {
    if (name.trim().length === 0 || name.length > 200)
      throw new InvalidWarehouseError('name', 'has 1 to 200 characters');
    if (!Number.isInteger(priority) || priority < 0 || priority > lastPriority)
      throw new InvalidWarehouseError('priority', `is 0 to ${lastPriority}`);
    if (!/^[A-Z]{2}$/.test(countryCode)) throw new InvalidWarehouseError('countryCode', 'is not an ISO 3166-1 code');
    const warehouse = new Warehouse(newId(), toWarehouseCode(code), now);
    return Object.assign(warehouse, { name: name.trim(), priority, countryCode });
  }

  /** A warehouse in which goods arrived before anybody described it. @throws {InvalidWarehouseError} */
  static discover(text: string, now: Date): Warehouse {
    const code = toWarehouseCode(text);
    return Object.assign(new Warehouse(newId(), code, now), { name: code, priority: lastPriority });
  }
}

/** A code as it is compared: trimmed, in capitals. @throws {InvalidWarehouseError} when it cannot be one. */
export function toWarehouseCode(text: string): string {
  const code = text.trim().toUpperCase();
  if (!/^[A-Z0-9][A-Z0-9_-]{0,31}$/.test(code))
    throw new InvalidWarehouseError('code', 'has 1 to 32 letters, digits, - or _');
  return code;
}
