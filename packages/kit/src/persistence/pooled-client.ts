import pg from 'pg';
import { currentCorrelation } from '../observability/index.js';

const beginning = /^(begin|start transaction)\b/;
/** Nothing of a message with a syntax error in it is carried out, not even what stands before the error. */
const syntaxError = '42601';

/** A connection of the pool, with what the driver and the mapper leave out. */
export class PooledClient extends pg.Client {
  /** The beginning of a transaction of which nothing else is known yet. */
  private unsent: string | undefined;
  /** Names of what is prepared, by its text. */
  private readonly prepared = new Map<string, string>();
  private preparations = 0;

  // biome-ignore lint/suspicious/noExplicitAny: the driver's method has a dozen forms, of which the mapper uses one
  override query(what: any, ...rest: any[]): any {
    if (typeof what !== 'string') return super.query(what, ...rest);
    if (beginning.test(what)) return this.begin(what);
    if (what === 'rollback') return this.rollback();
    if (what === 'commit' && this.unsent) return this.forget(what);
    return this.run(what, rest[0] ?? []);
  }

  /**
   * The beginning goes out with the transaction's first statement, which saves a round trip; and with it on whose account
   * the transaction runs, for the audit log, so that nobody can forget it.
   */
  private async begin(what: string): Promise<object> {
    const { actor = 'system', correlationId } = currentCorrelation();
    const [who, request] = [this.escapeLiteral(actor), this.escapeLiteral(correlationId)];
    this.unsent = `${what}; set local souk.actor = ${who}; set local souk.correlation_id = ${request}; `;
    return nothingDone('BEGIN');
  }

  /** The mapper writes values into its statements. Whoever sends them apart wants the statement prepared. */
  private async run(text: string, values: readonly unknown[]): Promise<object> {
    const statement = values.length > 0 ? await this.execution(text, values) : text;
    const { unsent } = this;
    this.unsent = undefined;
    try {
      const results: object = await super.query(`${unsent ?? ''}${statement}`);
      return Array.isArray(results) ? results.at(-1) : results;
    } catch (error) {
      if ((error as { code?: unknown }).code === syntaxError) this.unsent = unsent;
      throw error;
    }
  }

  /** In SQL, because what the driver itself prepares cannot go out together with anything else. */
  private async execution(text: string, values: readonly unknown[]): Promise<string> {
    const name = this.prepared.get(text) ?? (await this.prepare(text));
    return `execute ${name}(${values.map((value) => this.escapeLiteral(String(value))).join(', ')})`;
  }

  private async prepare(text: string): Promise<string> {
    this.preparations += 1;
    const name = `prepared_${this.preparations}`;
    await super.query(`prepare ${name} as ${text}`);
    this.prepared.set(text, name);
    return name;
  }

  /**
   * What cannot be rolled back ends with its connection. Failing instead would keep the query builder from giving the
   * connection back, and ten lost connections would leave the pool empty for ever.
   */
  private async rollback(): Promise<object> {
    if (this.unsent) return this.forget('rollback');
    try {
      return await super.query('rollback');
    } catch {
      void this.end();
      return nothingDone('ROLLBACK');
    }
  }

  /** Ends a transaction in which nothing was done. */
  private async forget(command: string): Promise<object> {
    this.unsent = undefined;
    return nothingDone(command.toUpperCase());
  }
}

function nothingDone(command: string): object {
  return { command, rowCount: null, rows: [] };
}
