import type { Logger } from '@souk/kit/observability';
import type { ClientOperation } from '@souk/operations/client-operation';
import type { Concern } from '../admission/concern.js';
import { keepToSafelist } from '../admission/safelist.js';
import type { RouterConfig } from '../config.js';

export function openSafelist(
  { SAFELIST: mode, SAFELIST_CLIENTS: clients }: RouterConfig,
  known: readonly ClientOperation[],
  logger: Logger,
): Concern[] {
  return mode === 'off' ? [] : [keepToSafelist({ mode, clients: new Set(clients), known, logger })];
}
