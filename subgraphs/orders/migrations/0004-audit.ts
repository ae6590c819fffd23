import { Migration } from '@mikro-orm/migrations';
import { audited, auditTablesV1 } from '@souk/kit/audit';

/** What happens to an order is audited. */
export class Audit0004 extends Migration {
  override up(): void {
    this.addSql(auditTablesV1);
    this.addSql(
      audited({
        table: 'orders',
        subject: `'order:' || it.id`,
        noun: 'order',
        verb: 'it.status',
        columns: ['status', 'sequence', 'lines', 'currency', 'total_minor'],
      }),
    );
  }
}
