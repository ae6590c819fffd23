import { type Logger, withCorrelation } from '../observability/index.js';
import type { EntityManager } from '../persistence/index.js';
import { buryEvent } from './dead-letters.js';
import type { Envelope } from './envelope.js';
import { type Delivery, type Failure, failureOf, type Inbox, ParkedEventFailure } from './inbox.js';
import { isPermanent } from './retries.js';

interface BringOptions {
  em: EntityManager;
  logger: Logger;
  /** It has been given up before, and is given up again should it fail. */
  isDead: boolean;
}

/**
 * Runs a delivery that no message of the broker leads to, of an event that waits in the database. Null when the event itself
 * failed. What cannot succeed is buried; the rest stays parked, where the next look for gaps finds it.
 */
export async function bring(
  inbox: Inbox,
  envelope: Envelope,
  { em, logger, isDead }: BringOptions,
): Promise<Delivery | null> {
  try {
    const correlation = { correlationId: envelope.correlationid, causationId: envelope.id };
    return await withCorrelation(correlation, () => inbox.deliver(envelope));
  } catch (error) {
    const failure = failureOf(error, envelope);
    const isOwn = failure.envelope === envelope;
    await settle(inbox, failure, { em, logger, isHopeless: (isOwn && isDead) || isPermanent(failure.cause) });
    return isOwn ? null : 'handled';
  }
}

/** Goes past an event for good, and brings those that wait behind it. Null when events before it have not arrived. */
export async function goPast(
  inbox: Inbox,
  envelope: Envelope,
  { em, logger, record }: { em: EntityManager; logger: Logger; record: (em: EntityManager) => Promise<void> },
): Promise<Delivery | null> {
  try {
    return await inbox.pass(envelope, record);
  } catch (error) {
    if (!(error instanceof ParkedEventFailure)) throw error;
    await settle(inbox, error, { em, logger, isHopeless: isPermanent(error.cause) });
    return 'handled';
  }
}

async function settle(
  { consumer }: Inbox,
  { envelope, cause }: Failure,
  { em, logger, isHopeless }: { em: EntityManager; logger: Logger; isHopeless: boolean },
): Promise<void> {
  const about = { err: cause, consumer, event: envelope.id, type: envelope.type };
  if (!isHopeless) {
    logger.warn(about, 'An event that waits in the database could not be handled and will be tried again.');
    return;
  }
  await buryEvent(em, { consumer, envelope, tries: 1 }, cause);
  logger.error(about, 'An event that waited in the database could not be handled and became a dead letter.');
}
