import type { CalledPayment } from '../domain/provider-call.js';
import type { ProviderReport, ProviderWebhook, RefundReport } from '../domain/provider-report.js';

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
