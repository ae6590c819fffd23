import { Migration } from '@mikro-orm/migrations';
import { audited, auditTablesV1 } from '@souk/kit/audit';

/** What staff do with stock is audited; what orders take stands in the movements and their reservations. */
export class Audit0004 extends Migration {
  override up(): void {
    this.addSql(auditTablesV1);
    this.addSql(
      audited({
        table: 'stock_movement',
        subject: `'variant:' || it.variant_id`,
        noun: 'stock',
        verb: 'it.kind',
        columns: ['id', 'warehouse_id', 'kind', 'quantity', 'on_hand_after'],
        where: `it.kind <> 'SOLD'`,
      }),
    );
    this.addSql(
      audited({
        table: 'warehouse',
        subject: `'warehouse:' || it.id`,
        noun: 'warehouse',
        columns: ['code', 'name', 'priority', 'country_code'],
      }),
    );
  }
}
