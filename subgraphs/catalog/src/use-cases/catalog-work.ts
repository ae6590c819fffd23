import type { Clock } from '@souk/kit/domain';
import type { EntityManager } from '@souk/kit/persistence';

/** What the use cases of the catalogue work with. */
export interface CatalogWork {
  em: EntityManager;
  now: Clock;
}
