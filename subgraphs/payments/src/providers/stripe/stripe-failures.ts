import Stripe from 'stripe';
import { ProviderUnavailable } from '../payment-provider.js';

/** Whether Stripe has said no, for good: a declined card, or a request that it will never accept. */
export function isRefusal(error: unknown): error is InstanceType<typeof Stripe.errors.StripeError> {
  return error instanceof Stripe.errors.StripeCardError || error instanceof Stripe.errors.StripeInvalidRequestError;
}

/**
 * Makes a call. A refusal is handed to `onRefusal`; of every other failure (time-out, broken connection, 5xx, 409, 429,
 * wrong key) nobody can say what came of it.
 * @throws {ProviderUnavailable}
 */
export async function answerOf<Answer>(
  call: () => Promise<Answer>,
  onRefusal: (refusal: InstanceType<typeof Stripe.errors.StripeError>) => Promise<Answer>,
): Promise<Answer> {
  try {
    return await call();
  } catch (error) {
    if (isRefusal(error)) return onRefusal(error);
    if (error instanceof Stripe.errors.StripeError) throw new ProviderUnavailable('Stripe', error);
    throw error;
  }
}

/** For calls that Stripe has no business reason to refuse. @throws {ProviderUnavailable} */
export function neverRefused(refusal: Error): Promise<never> {
  return Promise.reject(new ProviderUnavailable('Stripe', refusal));
}
