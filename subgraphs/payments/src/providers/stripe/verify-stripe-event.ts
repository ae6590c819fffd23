import Stripe from 'stripe';

const toleranceSeconds = 300;

/**
 * Checks that an event was signed by Stripe, over exactly these bytes, within five minutes of `now` either way.
 * @param secrets more than one while a secret is being replaced.
 * @returns undefined when it was not.
 */
export function verifyStripeEvent(
  body: Buffer,
  signature: string,
  { secrets, now }: { secrets: readonly string[]; now: Date },
): Stripe.Event | undefined {
  if (isFromTheFuture(signature, now) || holdsEmptySignature(signature)) return undefined;
  for (const secret of secrets) {
    const event = verifyWith(secret, { body, signature, now });
    if (event) return event;
  }
  return undefined;
}

function verifyWith(
  secret: string,
  { body, signature, now }: { body: Buffer; signature: string; now: Date },
): Stripe.Event | undefined {
  try {
    return Stripe.webhooks.constructEvent(body, signature, secret, toleranceSeconds, undefined, now.getTime());
  } catch (error) {
    if (error instanceof Stripe.errors.StripeSignatureVerificationError || error instanceof SyntaxError) {
      return undefined;
    }
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
