import { Migration } from '@mikro-orm/migrations';
import { messagingTablesV2 } from '@souk/kit/persistence';

/** Messages that are no events can be buried as well. */
export class DeadLetters0002 extends Migration {
  override up(): void {
    this.addSql(messagingTablesV2);
  }
}
