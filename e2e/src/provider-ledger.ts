import { z } from 'zod';
import { config } from './config.js';

const ledgerSchema = z.object({
  intents: z.array(
    z.object({
      paymentIntent: z.string(),
      metadata: z.record(z.string(), z.string()),
      authorized: z.number(),
      captured: z.number(),
      released: z.number(),
      refunded: z.number(),
    }),
  ),
});

export type ProviderEntry = z.infer<typeof ledgerSchema>['intents'][number];

/** What the payment provider's own books say about an order, in minor units. */
export async function providerEntriesOf(orderId: string): Promise<ProviderEntry[]> {
  return (await providerLedger()).get(orderId) ?? [];
}

/** The payment provider's own books, in minor units, by order. */
export async function providerLedger(): Promise<Map<string, ProviderEntry[]>> {
  const response = await fetch(`${config.SOUK_STRIPE_EMULATOR_URL}/_emulator/ledger`);
  const { intents } = ledgerSchema.parse(await response.json());
  return Map.groupBy(intents, ({ metadata }) => metadata['orderId'] ?? '');
}

/** Sets the emulated provider's faults. */
export async function setProviderFaults(faults: object): Promise<void> {
  await fetch(`${config.SOUK_STRIPE_EMULATOR_URL}/_emulator/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(faults),
  });
}

/** Approves or refuses a payment in the customer's name, as on the bank's page. */
export async function authenticate(orderId: string, outcome: 'complete' | 'fail'): Promise<void> {
  const [entry] = await providerEntriesOf(orderId);
  await fetch(`${config.SOUK_STRIPE_EMULATOR_URL}/_emulator/payment_intents/${entry?.paymentIntent}/authentication`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ outcome }),
  });
}
