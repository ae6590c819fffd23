import type { ProviderBooks } from '../domain/payment-books.js';
import type { CalledPayment } from '../domain/provider-call.js';
import type {
  ProviderPayment,
  ProviderRefund,
  ProviderReport,
  ProviderWebhook,
  RefundReport,
} from '../domain/provider-report.js';
import type { RoundWindow } from '../domain/reconciliation-round.js';

/** A refund as a provider is asked for it. */
export interface RefundRequest {
  reference: string;
  amountMinor: number;
  refundId: string;
}

/**
 * Somebody who holds and takes money for us. Refusals are answers. Where the outcome is not known, and it may or may not
 * have happened, {@link ProviderUnavailable} is thrown: the same call with the same key is then safe to repeat.
 */
export interface PaymentProvider {
  authorize(payment: CalledPayment, key: string): Promise<ProviderReport>;
  capture(reference: string, amountMinor: number, key: string): Promise<ProviderReport>;
  void(reference: string, key: string): Promise<ProviderReport>;
  refund(request: RefundRequest, key: string): Promise<RefundReport>;
  /** How a payment stands now. */
  retrieve(reference: string): Promise<ProviderReport>;
  /** The payment that we may have begun there, found by our own ids. */
  find(payment: CalledPayment): Promise<ProviderReport | null>;
  findRefund(reference: string, refundId: string): Promise<RefundReport | null>;
  /** All payments that were begun there in a window. @throws {ProviderUnavailable} while they are read. */
  listPayments(window: RoundWindow): AsyncIterable<ProviderPayment>;
  /** All refunds that were begun there in a window. @throws {ProviderUnavailable} while they are read. */
  listRefunds(window: RoundWindow): AsyncIterable<ProviderRefund>;
  /** A payment with everything that was given back of it; null when the provider does not know it. */
  open(reference: string): Promise<ProviderBooks | null>;
  /** What an event of the provider's says; null for kinds that do not concern us. */
  readWebhook(payload: unknown): ProviderWebhook | null;
}

/** The providers that are offered, by the name that orders use. */
export type Providers = ReadonlyMap<string, PaymentProvider>;

/** @throws {Error} when the provider is not offered any more. */
export function providerNamed(providers: Providers, name: string): PaymentProvider {
  const provider = providers.get(name);
  if (!provider) throw new Error(`There is no payment provider "${name}".`);
  return provider;
}

/** The provider could not be reached or did not say what it did: the outcome is unknown. */
export class ProviderUnavailable extends Error {
  constructor(provider: string, cause: unknown) {
    super(`${provider} did not say what came of it.`, { cause });
    this.name = 'ProviderUnavailable';
  }
}
