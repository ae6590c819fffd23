import { Journal } from './journal.js';
import { type Change, type TableName, type Tables, tableNames } from './tables.js';

type Rows = { [Name in TableName]: Map<string, Tables[Name]> };

/** As long as Stripe remembers an idempotency key. */
const answersKeptMs = 24 * 60 * 60_000;

/** Everything the emulator knows, in memory for reading and in a journal for keeping. */
export class Store {
  private readonly rows: Rows = {
    intents: new Map(),
    charges: new Map(),
    refunds: new Map(),
    events: new Map(),
    answers: new Map(),
    deliveries: new Map(),
  };

  private constructor(private readonly journal: Journal) {}

  static open(directory: string, now: Date): Store {
    const journal = new Journal(directory);
    const store = new Store(journal);
    for (const change of journal.read().flat()) store.apply(change);
    store.forgetAnswersBefore(now.getTime() - answersKeptMs);
    journal.restart(store.snapshot());
    return store;
  }

  find<Name extends TableName>(table: Name, id: string): Tables[Name] | undefined {
    return this.rows[table].get(id);
  }

  /** All rows of a table, oldest first. */
  all<Name extends TableName>(table: Name): Tables[Name][] {
    return [...this.rows[table].values()];
  }

  /** Keeps all of the changes or none: they are one line of the journal. */
  commit(changes: Change[]): void {
    if (changes.length === 0) return;
    this.journal.append(changes);
    for (const change of changes) this.apply(change);
  }

  close(): void {
    this.journal.close();
  }

  private apply({ table, id, value }: Change): void {
    if (value === null) this.rows[table].delete(id);
    else (this.rows[table] as Map<string, typeof value>).set(id, value);
  }

  private forgetAnswersBefore(time: number): void {
    for (const { id, savedAt } of this.all('answers')) if (savedAt < time) this.rows.answers.delete(id);
  }

  private snapshot(): Change[][] {
    return tableNames.flatMap((table) => this.all(table).map((value) => [{ table, id: value.id, value } as Change]));
  }
}
