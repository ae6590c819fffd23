/** Stripe's own test keys when they are given, else those of the emulator. */
export function stripeKeys(home, secrets) {
  const { STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRET } = process.env;
  if (home.mayUseGivenServers && STRIPE_SECRET_KEY) {
    return { isEmulated: false, secretKey: STRIPE_SECRET_KEY, webhookSecret: STRIPE_WEBHOOK_SECRET ?? '' };
  }
  return { isEmulated: true, secretKey: secrets.stripeSecretKey, webhookSecret: secrets.stripeWebhookSecret };
}
