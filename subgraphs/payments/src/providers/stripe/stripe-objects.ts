import { z } from 'zod';

// Stripe's objects as far as we read them, whether they are answers or come with an event.
const name = z.string().min(1);
const amountMinor = z.int().nonnegative();
const metadata = z.record(z.string(), z.string());

const paymentIntent = z.object({
  id: name,
  status: name,
  amount: amountMinor,
  amount_capturable: amountMinor,
  amount_received: amountMinor,
  client_secret: z.string().nullish(),
  next_action: z.object({ redirect_to_url: z.object({ url: z.string().nullish() }).nullish() }).nullish(),
  last_payment_error: z.object({ code: z.string().nullish(), message: z.string().nullish() }).nullish(),
  latest_charge: z.union([z.string(), z.object({ paid: z.boolean(), amount: amountMinor })]).nullish(),
  metadata,
});
export type PaymentIntent = z.infer<typeof paymentIntent>;

const refund = z.object({
  id: name,
  status: name.nullish(),
  amount: amountMinor,
  failure_reason: z.string().nullish(),
  payment_intent: z.union([name, z.object({ id: name })]).nullish(),
  metadata: metadata.nullish(),
});
export type Refund = z.infer<typeof refund>;

/** What every event has, also of kinds that do not concern us. */
export const anyEvent = z.object({ id: name, type: name });
export const paymentIntentEvent = anyEvent.extend({ data: z.object({ object: paymentIntent }) });
export const refundEvent = anyEvent.extend({ data: z.object({ object: refund }) });
