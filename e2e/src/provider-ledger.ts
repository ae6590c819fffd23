import * as provider from '@souk/client/provider-ledger';
import { config } from './config.js';

export type { ProviderEntry } from '@souk/client/provider-ledger';

const url = config.SOUK_STRIPE_EMULATOR_URL;

/** What the payment provider's own books say about an order, in minor units. */
export async function providerEntriesOf(orderId: string): Promise<provider.ProviderEntry[]> {
  return (await providerLedger()).get(orderId) ?? [];
}

/** The payment provider's own books, in minor units, by order. */
export function providerLedger(): Promise<Map<string, provider.ProviderEntry[]>> {
  return provider.readProviderLedger(url);
}

/** Sets the emulated provider's faults. */
export function setProviderFaults(faults: object): Promise<void> {
  return provider.setProviderFaults(url, faults);
}

/** Approves or refuses a payment in the customer's name, as on the bank's page. */
export async function authenticate(orderId: string, outcome: 'complete' | 'fail'): Promise<void> {
  const [entry] = await providerEntriesOf(orderId);
  await provider.authenticatePayment(url, entry?.paymentIntent ?? '', outcome);
}
