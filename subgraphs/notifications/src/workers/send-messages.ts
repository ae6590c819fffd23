import { workThrough } from '@souk/kit/concurrency';
import { PublicError } from '@souk/kit/domain';
import { faultPoint } from '@souk/kit/faults';
import { continueFrom } from '@souk/kit/observability';
import type { Worker, WorkerContext } from '@souk/kit/server';
import type { DeliveryResult } from '../domain/delivery.js';
import type { Message } from '../domain/message.js';
import { composeMail } from '../mail/compose-mail.js';
import type { Desk } from '../mail/desk.js';
import { type Mailer, UndeliverableError } from '../mail/mailer.js';
import { withoutAddresses } from '../mail/without-addresses.js';
import { claimDueMessages, isAnyMessageDue } from '../use-cases/claim-due-messages.js';
import { putBackMessage } from '../use-cases/put-back-message.js';
import { recordDelivery } from '../use-cases/record-delivery.js';

export interface PostOffice extends Omit<Desk, 'ask'> {
  mailer: Mailer;
}

/** Whom a message waits for (orders, accounts, the mail server) may be slow; and connections are few. */
const limits = { atOnce: 15, claimSize: 5, most: 60 };

/** Sends what is due: claims, then asks and sends outside of any transaction, then writes down how it ended. */
export function sendMessages(office: PostOffice): Worker {
  return {
    name: 'send-messages',
    everyMs: 1_000,
    wakeOnCommit: true,
    run: async (context) => (await isAnyMessageDue(context.em)) && sendDueMessages(office, context),
  };
}

/** Returns whether more are due. @throws what kept any of them from being written down. */
function sendDueMessages(office: PostOffice, context: WorkerContext): Promise<boolean> {
  return workThrough({
    claim: (limit) => claimDueMessages(context.em, limit),
    perform: (message) => deliver(message, office, context),
    ...limits,
  });
}

async function deliver(message: Message, office: PostOffice, context: WorkerContext): Promise<void> {
  const { id: messageId, tries: tryNumber, template } = message;
  const attributes = { 'message.id': messageId, 'message.template': template, 'message.try': tryNumber };
  await continueFrom(message.origin, { name: 'send mail', attributes }, async () => {
    const result = await tryToSend(message, office, context);
    if (result.outcome === 'UNTRIED') return putBackMessage(context.em, { messageId, tryNumber }, result.error);
    await faultPoint('notifications.mail.afterSendingBeforeRecord');
    await recordDelivery(context.em, { messageId, tryNumber }, result);
  });
}

async function tryToSend(
  message: Message,
  { mailer, ...office }: PostOffice,
  { ask, logger }: WorkerContext,
): Promise<DeliveryResult | Untried> {
  try {
    const mail = await composeMail(message, { ...office, ask });
    return { outcome: 'ACCEPTED', receipt: withoutAddresses(await mailer.send(mail)) };
  } catch (error) {
    const outcome = outcomeOf(error);
    const reason = withoutAddresses(error instanceof Error ? error.message : String(error));
    const { id, template, tries } = message;
    logger.warn({ messageId: id, template, tries, outcome, reason }, 'A message could not be sent.');
    return { outcome, error: reason };
  }
}

/** Those who have to say what a message is about are silent: no mail server has heard of it. */
interface Untried {
  outcome: 'UNTRIED';
  error: string;
}

function outcomeOf(error: unknown): 'REFUSED' | 'DEFERRED' | 'UNTRIED' {
  if (error instanceof UndeliverableError) return 'REFUSED';
  return error instanceof PublicError && error.code === 'SERVICE_UNAVAILABLE' ? 'UNTRIED' : 'DEFERRED';
}
