import { Migration } from '@mikro-orm/migrations';
import { audited, auditTablesV1 } from '@souk/kit/audit';

/** What happens to a parcel is audited, and what sending one costs. */
export class Audit0003 extends Migration {
  override up(): void {
    this.addSql(auditTablesV1);
    this.addSql(
      audited({
        table: 'shipment',
        subject: `'shipment:' || it.id`,
        noun: 'shipment',
        verb: 'it.status',
        columns: ['status', 'order_id', 'carrier'],
      }),
    );
    this.addSql(
      audited({
        table: 'shipping_rate',
        subject: `concat_ws(':', 'shipping-rate', it.zone_code, it.method_code, it.currency)`,
        noun: 'shipping-rate',
        columns: ['channel_id', 'price_minor', 'free_from_minor', 'max_weight_grams'],
      }),
    );
  }
}
