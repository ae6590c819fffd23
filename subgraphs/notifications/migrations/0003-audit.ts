import { Migration } from '@mikro-orm/migrations';
import { auditTablesV1 } from '@souk/kit/audit';

/** What staff do with dead letters is audited. */
export class Audit0003 extends Migration {
  override up(): void {
    this.addSql(auditTablesV1);
  }
}
