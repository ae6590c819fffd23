import type { Clock } from '@souk/kit/domain';
import type { Logger } from '@souk/kit/observability';
import type { EntityManager } from '@souk/kit/persistence';
import type { PaymentProvider, Providers } from '../providers/payment-provider.js';

/** What a reconciliation works with. */
export interface ReconciliationWork {
  em: EntityManager;
  providers: Providers;
  now: Clock;
  logger: Logger;
  /** Compares only: repairs nothing and writes nothing down. */
  isDryRun: boolean;
  /** Called again and again while it lasts. */
  stillHere: () => Promise<void>;
}

/** The same for one provider. */
export interface ProviderWork extends ReconciliationWork {
  name: string;
  provider: PaymentProvider;
}
