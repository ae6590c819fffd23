import Stripe from 'stripe';

const toleranceSeconds = 300;

/**
 * Whether Stripe signed exactly these bytes, within five minutes of `now` either way.
 * @param secrets more than one while a secret is being replaced.
 */
export function isSignedByStripe(
  body: Buffer,
  signature: string,
  { secrets, now }: { secrets: readonly string[]; now: Date },
): boolean {
  if (isFromTheFuture(signature, now) || holdsEmptySignature(signature)) return false;
  return secrets.some((secret) => isSignedWith(secret, { body, signature, now }));
}

function isSignedWith(
  secret: string,
  { body, signature, now }: { body: Buffer; signature: string; now: Date },
): boolean {
  const verifier = Stripe.webhooks.signature;
  if (!verifier) throw new Error("Stripe's SDK does not verify signatures.");
  try {
    return verifier.verifyHeader(body, signature, secret, toleranceSeconds, undefined, now.getTime());
  } catch (error) {
    if (error instanceof Stripe.errors.StripeSignatureVerificationError) return false;
    throw error;
  }
}

/** The SDK looks only for signatures that are too old. */
function isFromTheFuture(signature: string, now: Date): boolean {
  const [, timestamp] = /(?:^|,)t=(\d+)/.exec(signature) ?? [];
  return Number(timestamp) - now.getTime() / 1_000 > toleranceSeconds;
}

/** The SDK takes a signature without a value for a mistake of ours. */
function holdsEmptySignature(signature: string): boolean {
  return signature.split(',').some((item) => {
    const [key, value] = item.split('=');
    return key === 'v1' && !value;
  });
}
