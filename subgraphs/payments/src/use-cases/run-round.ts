import type { Logger } from '@souk/kit/observability';
import type { EntityManager } from '@souk/kit/persistence';
import type { ReconciliationRound } from '../domain/reconciliation-round.js';
import { completeRound, failRound, keepRound } from '../persistence/reconciliation-rounds.js';
import { type Reconciliation, reconcile } from './reconcile.js';
import type { ReconciliationWork } from './reconciliation-work.js';

type RoundWork = Pick<ReconciliationWork, 'em' | 'now' | 'logger' | 'providers'>;

/** Runs a round that was begun, writes down what came of it and says so in the log. */
export async function runRound(work: RoundWork, round: ReconciliationRound): Promise<Reconciliation> {
  const { em, logger } = work;
  const { id, kind, from, until } = round;
  try {
    const reconciliation = await reconcile({ ...work, isDryRun: false, stillHere: () => keepRound(em, id) }, round);
    await completeRound(em, id, reconciliation.counts);
    logSummary(logger, { round: id, kind, from, until }, reconciliation);
    return reconciliation;
  } catch (error) {
    await noteFailure(em, id, logger);
    throw error;
  }
}

function logSummary(logger: Logger, about: object, { counts }: Reconciliation): void {
  const level = counts.stillOpen > 0 ? 'warn' : 'info';
  logger[level]({ code: 'RECONCILIATION_ROUND', ...about, ...counts }, "Our books were compared with the providers'.");
}

/** Without the note the round ends when its lease does. */
async function noteFailure(em: EntityManager, id: string, logger: Logger): Promise<void> {
  logger.error(
    { code: 'RECONCILIATION_FAILED', round: id },
    'A reconciliation could not be finished; it is begun anew.',
  );
  try {
    await failRound(em.fork(), id);
  } catch (error) {
    logger.warn({ err: error, round: id }, 'The end of a reconciliation could not be noted; its lease will run out.');
  }
}
