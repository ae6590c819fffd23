import { Migration } from '@mikro-orm/migrations';
import { audited } from '@souk/kit/audit';

/** A capture is two pairs in the ledger, and one movement of money: it is audited once, by the pair that takes the money. */
export class OneEntryPerMovement0006 extends Migration {
  override up(): void {
    this.addSql('drop trigger audit_ledger_entry_money on ledger_entry; drop function audit_ledger_entry_money();');
    this.addSql(
      audited({
        table: 'ledger_entry',
        subject: `'payment:' || it.payment_id`,
        noun: 'money',
        verb: 'it.movement',
        columns: ['transaction_id', 'account', 'debit_minor', 'currency'],
        where: `it.debit_minor > 0 and (it.movement, it.account) <> ('CAPTURED', 'CUSTOMER_HOLDS')`,
      }),
    );
  }
}
