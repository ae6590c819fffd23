import { Migration } from '@mikro-orm/migrations';
import { messagingTablesV4 } from '@souk/kit/persistence';

/** Consumers know how far they have come although the broker may forget it. */
export class ConsumerFloors0005 extends Migration {
  override up(): void {
    this.addSql(messagingTablesV4);
  }
}
