import { Migration } from '@mikro-orm/migrations';
import { audited, auditTablesV1 } from '@souk/kit/audit';

/** What happens to money is audited: each movement in the books, and each refund that is asked for. */
export class Audit0003 extends Migration {
  override up(): void {
    this.addSql(auditTablesV1);
    this.addSql(
      audited({
        table: 'payment',
        subject: `'payment:' || it.id`,
        noun: 'payment',
        verb: 'it.status',
        columns: [
          'status',
          'currency',
          'amount_minor',
          'authorized_minor',
          'released_minor',
          'captured_minor',
          'refunded_minor',
          'refunding_minor',
        ],
      }),
    );
    this.addSql(
      audited({
        table: 'refund',
        subject: `'refund:' || it.id`,
        noun: 'refund',
        verb: 'it.status',
        columns: ['status', 'payment_id', 'currency', 'amount_minor'],
      }),
    );
    this.addSql(
      audited({
        table: 'ledger_entry',
        subject: `'payment:' || it.payment_id`,
        noun: 'money',
        verb: 'it.movement',
        columns: ['transaction_id', 'account', 'debit_minor', 'currency'],
        where: 'it.debit_minor > 0',
      }),
    );
  }
}
