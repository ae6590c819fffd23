import type { Role } from '@souk/kit/identity';
import { inTransaction } from '@souk/kit/persistence';
import { CustomerNotFoundError } from '../domain/customer.errors.js';
import { Customer } from '../domain/customer.js';
import { Session } from '../domain/session.js';
import type { AccountsWork } from './credentials.js';

/**
 * Gives a customer other roles and ends their sessions. Publishes `accounts.session.revoked.v1` for each.
 * @throws {CustomerNotFoundError} when there is no such customer.
 */
export async function grantRoles(
  { em, now }: Pick<AccountsWork, 'em' | 'now'>,
  { customerId, roles }: { customerId: string; roles: readonly Role[] },
): Promise<Customer> {
  return inTransaction(em, async (transaction) => {
    const customer = await transaction.findOne(Customer, { id: customerId });
    if (!customer) throw new CustomerNotFoundError();
    customer.grantRoles(roles);
    const sessions = await transaction.find(Session, { ownerId: customerId, revokedAt: null });
    for (const session of sessions) session.revoke('RIGHTS_CHANGED', now());
    return customer;
  });
}
