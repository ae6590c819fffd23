import { Migration } from '@mikro-orm/migrations';
import { audited, auditTablesV1 } from '@souk/kit/audit';

/** Who may do what, and what can open an account, is audited. */
export class Audit0004 extends Migration {
  override up(): void {
    this.addSql(auditTablesV1);
    this.addSql(audited({ table: 'customer', subject: `'customer:' || it.id`, noun: 'roles', columns: ['roles'] }));
    this.addSql(
      audited({ table: 'customer', subject: `'customer:' || it.id`, noun: 'password', columns: ['password_hash'] }),
    );
    this.addSql(
      audited({
        table: 'session',
        subject: `'customer:' || it.owner_id`,
        noun: 'session',
        verb: `case when it.revoked_at is null then 'opened' else 'revoked' end`,
        columns: ['id', 'revoked_at'],
        where: `it.kind = 'ACCOUNT'`,
      }),
    );
    this.addSql(
      audited({
        table: 'signing_key',
        subject: `'signing-key:' || it.kid`,
        noun: 'signing-key',
        columns: ['public_jwk', 'signs_from', 'retires_at'],
      }),
    );
  }
}
