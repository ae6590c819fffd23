import type { CancellationCode } from '../../../domain/message-content.js';

const reasons: Record<CancellationCode, string> = {
  OUT_OF_STOCK: 'not everything in it is in stock any more.',
  PAYMENT_DECLINED: 'the payment was declined.',
  PAYMENT_EXPIRED: 'the payment was not completed in time.',
  RESERVATION_EXPIRED: 'the goods could not be held any longer.',
  BY_CUSTOMER: 'you asked us to.',
  BY_STAFF: 'we could not carry it out. We are sorry.',
  NOT_DELIVERABLE: 'the carrier cannot deliver to its address. We are sorry.',
};

/** Why an order was cancelled, as the end of a sentence. */
export function reasonFor(code: CancellationCode): string {
  return reasons[code];
}
