import { Migration } from '@mikro-orm/migrations';

/** Rights that changed are told by the end of the sessions, not by a count. */
export class RightsBySession0003 extends Migration {
  override up(): void {
    this.addSql('alter table customer drop column epoch;');
  }
}
