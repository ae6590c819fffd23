import { Migration } from '@mikro-orm/migrations';
import { messagingTablesV3 } from '@souk/kit/persistence';

/** Dead letters tell who redrove or discarded them. */
export class Redrives0005 extends Migration {
  override up(): void {
    this.addSql(messagingTablesV3);
  }
}
