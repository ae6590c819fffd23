import { requireId } from '@souk/kit/graphql';
import { Arg, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { PaymentsContext } from '../context.js';
import { paymentById, refundsByPaymentId } from '../persistence/find-payments.js';
import { PaymentType, toPaymentType } from './payment.type.js';
import { RefundType, toRefundType } from './refund.type.js';

@Resolver(() => PaymentType)
export class PaymentResolver {
  @Directive('@authenticated')
  @Query(() => PaymentType, { nullable: true, description: "A payment; null when absent or somebody else's." })
  async payment(
    @Arg('id', () => ID, { description: 'Which one.' }) id: string,
    @Ctx() context: PaymentsContext,
  ): Promise<PaymentType | null> {
    const payment = await paymentById(context).load(requireId(id));
    return payment && toPaymentType(payment);
  }

  @Directive('@listSize(assumedSize: 2)')
  @FieldResolver(() => [RefundType], { description: 'What was given back or is on its way, oldest first.' })
  async refunds(@Root() payment: PaymentType, @Ctx() context: PaymentsContext): Promise<RefundType[]> {
    const refunds = await refundsByPaymentId(context).load(payment.id);
    return (refunds ?? []).map(toRefundType);
  }
}
