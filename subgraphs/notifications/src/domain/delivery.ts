import { newId } from '@souk/kit/domain';

/**
 * How one try to send a message ended. ACCEPTED: a mail server has it. DEFERRED: not now. REFUSED: never. UNKNOWN: the
 * process died before it could say, so the mail may have gone out or not.
 */
export const deliveryOutcomes = ['ACCEPTED', 'DEFERRED', 'REFUSED', 'UNKNOWN'] as const;
export type DeliveryOutcome = (typeof deliveryOutcomes)[number];

/** What came of a try, as the one who tried knows it. */
export type DeliveryResult =
  | { outcome: 'ACCEPTED'; receipt: string }
  | { outcome: 'DEFERRED' | 'REFUSED'; error: string };

/** A line of the delivery log, which is never changed. */
export class Delivery {
  /** Use {@link Delivery.of}; public only because the object-relational mapper needs it. */
  constructor(
    readonly id: string,
    readonly messageId: string,
    readonly tryNumber: number,
    readonly outcome: DeliveryOutcome,
    readonly error: string | null,
    readonly occurredAt: Date,
  ) {}

  /** @param now the database's time. */
  static of(messageId: string, tryNumber: number, result: DeliveryResult, now: Date): Delivery {
    const error = result.outcome === 'ACCEPTED' ? null : result.error;
    return new Delivery(newId(), messageId, tryNumber, result.outcome, error, now);
  }

  /** The try of a process that died over it. @param now the database's time. */
  static unknown(messageId: string, tryNumber: number, now: Date): Delivery {
    return new Delivery(newId(), messageId, tryNumber, 'UNKNOWN', 'The process did not say how it ended.', now);
  }
}
