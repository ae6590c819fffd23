import { faultPoint } from '@souk/kit/faults';
import type { Worker, WorkerContext } from '@souk/kit/server';
import { type DueEvent, findDueEvents, postponeProviderEvent } from '../persistence/provider-events.js';
import { type Providers, providerNamed } from '../providers/payment-provider.js';
import { handleProviderEvent } from '../use-cases/handle-provider-event.js';

const atOnce = 8;

/** Does what follows from the events that providers sent. */
export function handleProviderEvents(providers: Providers): Worker {
  return {
    name: 'handle-provider-events',
    everyMs: 500,
    wakeOnCommit: true,
    run: async (context) => {
      const events = await findDueEvents(context.em, atOnce);
      await Promise.all(events.map((event) => handle(event, providers, context)));
      return events.length === atOnce;
    },
  };
}

async function handle(event: DueEvent, providers: Providers, { em, now, logger }: WorkerContext): Promise<void> {
  const about = { provider: event.provider, event: event.id };
  try {
    const provider = providerNamed(providers, event.provider);
    await faultPoint('payments.webhook.afterReceiptBeforeEffect');
    const outcome = await handleProviderEvent({ em, provider, now: now() }, event);
    if (outcome === 'UNKNOWN_PAYMENT') logger.warn(about, 'An event is about a payment that we do not know.');
  } catch (error) {
    logger.error({ err: error, ...about }, 'An event of a provider could not be handled and will be tried again.');
    await postponeProviderEvent(em.fork(), event);
  }
}
