import { Migration } from '@mikro-orm/migrations';
import { audited, auditTablesV1 } from '@souk/kit/audit';

/** What is sold, and at which price, is audited. */
export class Audit0004 extends Migration {
  override up(): void {
    this.addSql(auditTablesV1);
    this.addSql(
      audited({
        table: 'product',
        subject: `'product:' || it.id`,
        noun: 'product',
        columns: [
          'status',
          'slug',
          'title',
          'description',
          'brand',
          'category_ids',
          'tax_class_code',
          'images',
          'attributes',
          'variants',
        ],
      }),
    );
    this.addSql(
      audited({
        table: 'price',
        subject: `'variant:' || it.variant_id`,
        noun: 'price',
        columns: ['channel_id', 'currency', 'amount_minor'],
      }),
    );
  }
}
