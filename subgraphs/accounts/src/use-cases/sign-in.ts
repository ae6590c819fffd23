import { inTransaction } from '@souk/kit/persistence';
import { Customer } from '../domain/customer.js';
import { toEmailAddress } from '../domain/email-address.js';
import { InvalidCredentialsError } from '../domain/session.errors.js';
import type { AccountsWork, SessionTokens } from './credentials.js';
import { issueTokens } from './issue-tokens.js';
import { openSession } from './open-session.js';

export interface SignIn {
  email: string;
  password: string;
  /** Who they were until now, if they had shopped as a guest. */
  guestId: string | null;
}

/**
 * Lets a customer in. Publishes `accounts.customer.signed-in.v1`.
 * @throws {InvalidEmailError} @throws {InvalidCredentialsError} the same for an unknown address and a wrong password.
 */
export async function signIn(
  work: AccountsWork,
  { email, password, guestId }: SignIn,
): Promise<{ customer: Customer; tokens: SessionTokens }> {
  const known = await work.em.fork().findOne(Customer, { email: toEmailAddress(email) });
  const isRight = await work.passwords.verify(password.slice(0, 128), known?.passwordHash);
  if (!known || !isRight) throw new InvalidCredentialsError();
  const { customer, session } = await inTransaction(work.em, async (em) => {
    const found = await em.findOneOrFail(Customer, { id: known.id });
    return { customer: found, session: await openSession(em, found, guestId, work.now()) };
  });
  return { customer, tokens: await issueTokens(work, session) };
}
