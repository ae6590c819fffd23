import pg from 'pg';
import { currentCorrelation } from '../observability/index.js';

const beginning = /^(begin|start transaction)\b/;

/** A connection of the pool, with what the driver and the mapper leave out. */
export class PooledClient extends pg.Client {
  // biome-ignore lint/suspicious/noExplicitAny: the driver's method has a dozen forms, all of which begin with what to run
  override query(what: any, ...rest: any[]): any {
    if (what === 'rollback') return this.rollback();
    const isBeginning = typeof what === 'string' && beginning.test(what);
    return super.query(isBeginning ? `${what}; ${this.naming()}` : what, ...rest);
  }

  /**
   * Tells the database on whose account the transaction runs, for the audit log; in the same message as its beginning, so
   * that nobody can forget it and no transaction takes a round trip longer.
   */
  private naming(): string {
    const { actor = 'system', correlationId } = currentCorrelation();
    const [who, request] = [this.escapeLiteral(actor), this.escapeLiteral(correlationId)];
    return `set local souk.actor = ${who}; set local souk.correlation_id = ${request}`;
  }

  /**
   * What cannot be rolled back ends with its connection. Failing instead would keep the query builder from giving the
   * connection back, and ten lost connections would leave the pool empty for ever.
   */
  private async rollback(): Promise<unknown> {
    try {
      return await super.query('rollback');
    } catch {
      void this.end();
      return { command: 'ROLLBACK', rows: [] };
    }
  }
}
