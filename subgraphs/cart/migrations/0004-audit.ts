import { Migration } from '@mikro-orm/migrations';
import { audited, auditTablesV1 } from '@souk/kit/audit';

/** Tax rates are audited. */
export class Audit0004 extends Migration {
  override up(): void {
    this.addSql(auditTablesV1);
    this.addSql(
      audited({
        table: 'tax_rate',
        subject: `'tax-rate:' || it.id`,
        noun: 'tax-rate',
        columns: ['zone_code', 'country_code', 'region', 'tax_class_code', 'rate_basis_points'],
      }),
    );
  }
}
