import type { Role } from '@souk/kit/identity';
import { type EntityManager, inTransaction } from '@souk/kit/persistence';
import { Customer } from '../domain/customer.js';
import type { PasswordHasher } from '../use-cases/credentials.js';

export interface DemoAccount {
  email: string;
  name: string;
  password: string;
  roles: Role[];
}

/** Opens the demo's accounts, those that are not there. Passwords come from outside and are never written down here. */
export async function seedDemoAccounts(
  { em, passwords, now }: { em: EntityManager; passwords: PasswordHasher; now: Date },
  accounts: readonly DemoAccount[],
): Promise<void> {
  for (const { email, name, password, roles } of accounts) {
    if (await em.fork().count(Customer, { email })) continue;
    const passwordHash = await passwords.hash(password);
    await inTransaction(em, async (transaction) => {
      const customer = Customer.register({ email, name, locale: 'en', passwordHash }, now);
      customer.grantRoles(roles);
      transaction.persist(customer);
    });
  }
}
