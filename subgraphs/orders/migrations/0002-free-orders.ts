import { Migration } from '@mikro-orm/migrations';

/** Where there is nothing to pay, nobody says how. */
export class FreeOrders0002 extends Migration {
  override up(): void {
    this.addSql(`
alter table orders
  alter column payment drop not null,
  add constraint orders_payment_unless_free check (payment is not null or total_minor = 0);`);
  }
}
