import { payloadOf, requireId } from '@souk/kit/graphql';
import { requireOwnerId } from '@souk/kit/identity';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { PaymentsContext } from '../context.js';
import { Payment } from '../domain/payment.js';
import { Refund } from '../domain/refund.js';
import { refundPayment } from '../use-cases/refund-payment.js';
import { toPaymentType } from './payment.type.js';
import { toRefundType } from './refund.type.js';
import { RefundPaymentInput } from './refund-payment.input.js';
import { RefundPaymentPayload } from './refund-payment.payload.js';

@Resolver()
export class RefundResolver {
  @Directive('@requiresScopes(scopes: [["payments:refund"]])')
  @Mutation(() => RefundPaymentPayload, {
    nullable: true,
    description:
      'Gives money back, all of it or a part. Refusals: NOT_FOUND, INVALID_AMOUNT, REFUND_EXCEEDS_CAPTURED, INVALID_STATE_TRANSITION.',
  })
  refundPayment(
    @Arg('input', () => RefundPaymentInput, { description: 'What to give back.' }) input: RefundPaymentInput,
    @Ctx() context: PaymentsContext,
  ): Promise<RefundPaymentPayload> {
    const { amountMinor = null, reason = null, idempotencyKey } = input;
    const paymentId = requireId(input.paymentId, 'paymentId');
    const requestedBy = requireOwnerId(context.caller);
    return payloadOf<RefundPaymentPayload>(async () => {
      const command = { paymentId, amountMinor, reason, idempotencyKey, requestedBy };
      const { receipt, replayed } = await refundPayment(context, command);
      const em = context.em.fork();
      const payment = await em.findOneOrFail(Payment, { id: receipt.paymentId });
      const refund = await em.findOneOrFail(Refund, { id: receipt.refundId });
      return { refund: toRefundType(refund), payment: toPaymentType(payment), replayed };
    });
  }
}
