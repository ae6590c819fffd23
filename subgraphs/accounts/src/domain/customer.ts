import { AggregateRoot, newId } from '@souk/kit/domain';
import type { Role } from '@souk/kit/identity';
import { InvalidNameError, WeakPasswordError } from './customer.errors.js';
import { toEmailAddress } from './email-address.js';

export interface CustomerDraft {
  email: string;
  name: string;
  locale: string;
  passwordHash: string;
}

/** What can happen to a customer. */
export type CustomerEvent =
  | { type: 'CustomerRegistered'; customer: Customer }
  | { type: 'CustomerSignedIn'; customerId: string; guestId: string | null };

/** Somebody with an account: a customer, or a member of staff. */
export class Customer extends AggregateRoot<CustomerEvent> {
  roles: Role[] = ['CUSTOMER'];
  lastSignedInAt: Date | null = null;

  /** Use {@link Customer.register}; public only because the object-relational mapper needs it. */
  constructor(
    readonly id: string,
    readonly email: string,
    readonly name: string,
    readonly locale: string,
    public passwordHash: string,
    readonly registeredAt: Date,
  ) {
    super();
  }

  /** @throws {InvalidEmailError} @throws {InvalidNameError} */
  static register(draft: CustomerDraft, now: Date): Customer {
    const name = draft.name.trim();
    if (name.length < 1 || name.length > 200) throw new InvalidNameError();
    const customer = new Customer(newId(), toEmailAddress(draft.email), name, draft.locale, draft.passwordHash, now);
    customer.record({ type: 'CustomerRegistered', customer });
    return customer;
  }

  get isStaff(): boolean {
    return this.roles.some((role) => role !== 'CUSTOMER' && role !== 'GUEST');
  }

  /** @param guestId who they were until now, if they had shopped as a guest. */
  signIn(guestId: string | null, now: Date): void {
    this.lastSignedInAt = now;
    this.record({ type: 'CustomerSignedIn', customerId: this.id, guestId });
  }

  /** Whoever calls this ends the sessions that were opened with the old roles. */
  grantRoles(roles: readonly Role[]): void {
    this.roles = [...new Set(roles)].sort();
  }
}

/** @throws {WeakPasswordError} when a password is too short to be safe or too long to be hashed. */
export function mustBeStrong(password: string): void {
  if (password.length < 8 || password.length > 128) throw new WeakPasswordError();
}
