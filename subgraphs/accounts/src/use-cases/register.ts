import { breaksUnique, inTransaction } from '@souk/kit/persistence';
import { EmailTakenError } from '../domain/customer.errors.js';
import { Customer, mustBeStrong } from '../domain/customer.js';
import type { AccountsWork, SessionTokens } from './credentials.js';
import { issueTokens } from './issue-tokens.js';
import { openSession } from './open-session.js';

export interface Registration {
  email: string;
  name: string;
  password: string;
  locale: string;
  /** Who they were until now, if they had shopped as a guest. */
  guestId: string | null;
}

/**
 * Opens an account and signs in to it. Publishes `accounts.customer.registered.v1` and `.signed-in.v1`.
 * @throws {InvalidEmailError} @throws {InvalidNameError} @throws {WeakPasswordError} @throws {EmailTakenError}
 */
export async function register(
  work: AccountsWork,
  { email, name, password, locale, guestId }: Registration,
): Promise<{ customer: Customer; tokens: SessionTokens }> {
  mustBeStrong(password);
  const passwordHash = await work.passwords.hash(password);
  try {
    const { customer, session } = await inTransaction(work.em, async (em) => {
      const registered = Customer.register({ email, name, locale, passwordHash }, work.now());
      return { customer: registered, session: await openSession(em, registered, guestId, work.now()) };
    });
    return { customer, tokens: await issueTokens(work, session) };
  } catch (error) {
    if (breaksUnique(error, 'customer_email_key')) throw new EmailTakenError();
    throw error;
  }
}
