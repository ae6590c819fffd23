import { authenticatePayment } from '@souk/client/provider-ledger';
import { OrderDetailsDocument } from '@souk/schema/generated/graphql';
import type { Patience } from './patience.js';
import type { Shopper } from './shopper.js';
import type { BankVisit } from './trip-plan.js';

const pollMs = 400;
const looks = 60;

interface Visit {
  shopper: Shopper;
  orderId: string;
  wish: BankVisit;
  emulatorUrl: string;
  patience: Patience;
}

/** Waits until the bank asks the customer, and answers it; not if the order comes to an end before. */
export async function visitBank({ shopper, orderId, wish, emulatorUrl, patience }: Visit): Promise<void> {
  if (wish === 'NEVER') return;
  for (let look = 0; look < looks && !patience.isOver; look += 1) {
    const order = (await shopper.correspondent.read(OrderDetailsDocument, { id: orderId }))?.order;
    if (order && order.status !== 'PENDING') return;
    const page = order?.payment?.nextAction?.redirectUrl;
    const intent = page && new URL(page).pathname.split('/').at(-1);
    if (intent) return authenticatePayment(emulatorUrl, intent, wish === 'APPROVE' ? 'complete' : 'fail');
    await patience.wait(pollMs);
  }
}
