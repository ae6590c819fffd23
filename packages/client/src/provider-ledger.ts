import { z } from 'zod';

const ledgerSchema = z.object({
  intents: z.array(
    z.object({
      paymentIntent: z.string(),
      status: z.string(),
      currency: z.string(),
      metadata: z.record(z.string(), z.string()),
      authorized: z.number(),
      captured: z.number(),
      released: z.number(),
      refunded: z.number(),
    }),
  ),
});

/** One intent in the payment provider's own books: what it holds, took, let go and gave back, in minor units. */
export type ProviderEntry = z.infer<typeof ledgerSchema>['intents'][number];

/** The payment provider's own books, by order. */
export async function readProviderLedger(emulatorUrl: string): Promise<Map<string, ProviderEntry[]>> {
  const response = await fetch(`${emulatorUrl}/_emulator/ledger`);
  const { intents } = ledgerSchema.parse(await response.json());
  return Map.groupBy(intents, ({ metadata }) => metadata['orderId'] ?? '');
}

/** Sets what is to go wrong at the emulated provider. */
export async function setProviderFaults(emulatorUrl: string, faults: object): Promise<void> {
  await post(`${emulatorUrl}/_emulator/faults`, faults);
}

/** Approves or refuses a payment in the customer's name, as on the bank's page. */
export async function authenticatePayment(
  emulatorUrl: string,
  paymentIntent: string,
  outcome: 'complete' | 'fail',
): Promise<void> {
  await post(`${emulatorUrl}/_emulator/payment_intents/${paymentIntent}/authentication`, { outcome });
}

async function post(url: string, body: object): Promise<void> {
  await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}
