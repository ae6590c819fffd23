/** A secret test key of Stripe's own, when the contract is to be checked against Stripe itself. */
export const stripeTestSecretKey = process.env.STRIPE_TEST_SECRET_KEY;
