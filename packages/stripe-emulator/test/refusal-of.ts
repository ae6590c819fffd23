import Stripe from 'stripe';

/** The error with which Stripe refuses; fails when it does not. */
export async function refusalOf(request: Promise<unknown>): Promise<Stripe.errors.StripeError> {
  try {
    await request;
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError) return error;
    throw error;
  }
  throw new Error('The request was expected to be refused, and was not.');
}
