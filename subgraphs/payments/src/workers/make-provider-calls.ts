import { faultPoint } from '@souk/kit/faults';
import { continueFrom, type Logger } from '@souk/kit/observability';
import type { EntityManager } from '@souk/kit/persistence';
import type { Worker, WorkerContext } from '@souk/kit/server';
import type { Finding, ProviderCall } from '../domain/provider-call.js';
import { leaseDueAttempts, postponeAttempt } from '../persistence/lease-attempts.js';
import { type Providers, providerNamed } from '../providers/payment-provider.js';
import { performCall } from '../use-cases/perform-call.js';
import { settleCall } from '../use-cases/settle-call.js';

const atOnce = 8;
/** From here on somebody should look at it. */
const alarmingTries = 10;

/** Makes the calls that are due, up to eight at once: a slow one holds up nobody else. */
export class ProviderCaller {
  private readonly underWay = new Set<Promise<void>>();
  private isStopping = false;

  readonly worker: Worker = {
    name: 'make-provider-calls',
    everyMs: 250,
    wakeOnCommit: true,
    run: async (context) => {
      await this.startDue(context);
      return false;
    },
  };

  constructor(private readonly providers: Providers) {}

  /** Starts nothing more, and resolves when everything under way is settled. */
  async stop(): Promise<void> {
    this.isStopping = true;
    await Promise.all(this.underWay);
  }

  private async startDue(context: WorkerContext): Promise<void> {
    const free = atOnce - this.underWay.size;
    // Two rounds at once may have started more than there are places.
    if (free <= 0 || this.isStopping) return;
    for (const call of await leaseDueAttempts(context.em.fork(), free)) this.start(call, context);
  }

  private start(call: ProviderCall, context: WorkerContext): void {
    const isLastFree = this.underWay.size === atOnce - 1;
    const work = this.carryOut(call, context).finally(() => {
      this.underWay.delete(work);
      if (isLastFree) void this.startWaiting(context);
    });
    this.underWay.add(work);
  }

  /** What is due may have found no free place: it need not wait for the next round. */
  private async startWaiting(context: WorkerContext): Promise<void> {
    try {
      await this.startDue(context);
    } catch (error) {
      context.logger.warn({ err: error }, 'Due calls could not be read; the next round tries again.');
    }
  }

  private async carryOut(call: ProviderCall, { em, logger, now }: WorkerContext): Promise<void> {
    const { payment, tries, origin, operation } = call;
    const attributes = { 'payment.id': payment.id, 'payment.tries': tries };
    await continueFrom(origin, { name: `${payment.provider} ${operation}`, attributes }, async () => {
      try {
        await faultPoint('payments.call.afterAttemptSavedBeforeCall');
        const finding = await performCall(providerNamed(this.providers, payment.provider), call);
        await faultPoint('payments.call.afterCallBeforeAnswerSaved');
        const verdict = await settleCall(em, call, finding, now());
        if (verdict === 'FAILED') reportRefusal(call, finding, logger);
        if (verdict === 'UNKNOWN') await putOff(em, call, logger);
      } catch (error) {
        await putOff(em, call, logger, error);
      }
    });
  }
}

/** A declined card is everyday; whatever else is refused, somebody may have to look at. */
function reportRefusal({ operation, payment }: ProviderCall, finding: Finding, logger: Logger): void {
  const level = operation === 'AUTHORIZE' ? 'info' : 'warn';
  logger[level]({ paymentId: payment.id, operation, finding }, 'The provider did not do what it was asked for.');
}

async function putOff(em: EntityManager, call: ProviderCall, logger: Logger, error?: unknown): Promise<void> {
  const { operation, tries, payment } = call;
  const level = tries < alarmingTries ? 'warn' : 'error';
  logger[level]({ err: error, paymentId: payment.id, operation, tries }, 'The outcome of a call is not known yet.');
  try {
    await postponeAttempt(em.fork(), call);
  } catch (cause) {
    logger.error({ err: cause, paymentId: payment.id }, 'A call could not be put off; its lease will run out.');
  }
}
