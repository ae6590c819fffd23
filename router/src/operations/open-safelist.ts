import type { Logger } from '@souk/kit/observability';
import type { Concern } from '../admission/concern.js';
import { keepToSafelist } from '../admission/safelist.js';
import type { RouterConfig } from '../config.js';
import { readKnownOperations } from './known-operations.js';

/** @throws {OperationInputError | Error} when what clients are known to send cannot be read. */
export async function openSafelist(
  { SAFELIST: mode, OPERATIONS_PATH: path }: RouterConfig,
  logger: Logger,
): Promise<Concern[]> {
  return mode === 'off' ? [] : [keepToSafelist({ mode, known: await readKnownOperations(path), logger })];
}
