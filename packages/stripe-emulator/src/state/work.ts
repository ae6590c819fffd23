import { newId } from './new-id.js';
import type { Store } from './store.js';
import type { Change, TableName, Tables } from './tables.js';

/** Whose request a change belongs to, and when and where it happens. */
export interface Circumstances {
  now: Date;
  requestId: string | null;
  idempotencyKey: string | null;
  /** This server's address as a browser sees it. */
  publicUrl: string;
  /** Whether events are to be posted to a webhook endpoint. */
  webhooksOn: boolean;
}

/** One request's changes: read through, collected, and kept together at the end. */
export class Work {
  private readonly changes = new Map<string, Change>();

  constructor(
    private readonly store: Store,
    readonly circumstances: Circumstances,
  ) {}

  /** Unix seconds, as all of Stripe's times are. */
  get now(): number {
    return Math.floor(this.circumstances.now.getTime() / 1000);
  }

  find<Name extends TableName>(table: Name, id: string): Tables[Name] | undefined {
    const change = this.changes.get(`${table}/${id}`);
    return change ? ((change.value ?? undefined) as Tables[Name] | undefined) : this.store.find(table, id);
  }

  /** All committed rows, oldest first. */
  all<Name extends TableName>(table: Name): Tables[Name][] {
    return this.store.all(table);
  }

  put<Name extends TableName>(table: Name, value: Tables[Name]): Tables[Name] {
    this.changes.set(`${table}/${value.id}`, { table, id: value.id, value } as Change);
    return value;
  }

  /** Records what happened, to be listed and, when webhooks are on, posted. */
  emit(type: string, object: object): void {
    const { requestId, idempotencyKey, webhooksOn } = this.circumstances;
    const event = { id: newId('evt'), type, object, created: this.now, requestId, idempotencyKey };
    this.put('events', event);
    if (webhooksOn) this.put('deliveries', { id: event.id, attempts: 0, dueAt: this.circumstances.now.getTime() });
  }

  /** Forgets every change made so far. */
  discard(): void {
    this.changes.clear();
  }

  /** Keeps the changes and names the events that are now waiting to be posted. */
  commit(): string[] {
    const changes = [...this.changes.values()];
    this.store.commit(changes);
    return changes.filter(({ table }) => table === 'deliveries').map(({ id }) => id);
  }
}
