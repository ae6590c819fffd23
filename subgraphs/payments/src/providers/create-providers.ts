import type { Providers } from './payment-provider.js';
import { createStripe } from './stripe/create-stripe.js';
import { StripeProvider } from './stripe/stripe-provider.js';

interface ProviderSettings {
  STRIPE_SECRET_KEY: string;
  STRIPE_API_URL?: string | undefined;
  PAYMENT_RETURN_URL?: string | undefined;
}

/** The providers that are offered. */
export function createProviders(settings: ProviderSettings): Providers {
  const stripe = createStripe(settings.STRIPE_SECRET_KEY, settings.STRIPE_API_URL);
  return new Map([['stripe', new StripeProvider(stripe, settings.PAYMENT_RETURN_URL)]]);
}
