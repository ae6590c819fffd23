import { Migration } from '@mikro-orm/migrations';
import { audited } from '@souk/kit/audit';

/**
 * An order may pass two statuses in one transaction, and its row then changes once. Its history has each of them, so that is
 * what is audited; of the row itself, a change of what was agreed, which no use case makes.
 */
export class EachStatusAudited0007 extends Migration {
  override up(): void {
    this.addSql('drop trigger audit_orders_order on orders; drop function audit_orders_order();');
    this.addSql(
      audited({
        table: 'order_status_history',
        subject: `'order:' || it.order_id`,
        noun: 'order',
        verb: 'it.to_status',
        columns: ['sequence', 'from_status', 'to_status'],
      }),
    );
    this.addSql(
      audited({
        table: 'orders',
        subject: `'order:' || it.id`,
        noun: 'order-terms',
        columns: ['lines', 'currency', 'total_minor'],
        where: `tg_op <> 'INSERT'`,
      }),
    );
  }
}
