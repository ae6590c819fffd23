import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import type { PaymentsContext } from '../context.js';
import { paymentByOrderId } from '../persistence/find-payments.js';
import { OrderType } from './order.type.js';
import { PaymentType, toPaymentType } from './payment.type.js';

@Resolver(() => OrderType)
export class OrderResolver {
  @Directive('@authenticated')
  @FieldResolver(() => PaymentType, {
    nullable: true,
    description: 'Its payment, once the money was asked for; null for an order that costs nothing.',
  })
  async payment(@Root() order: OrderType, @Ctx() context: PaymentsContext): Promise<PaymentType | null> {
    const payment = await paymentByOrderId(context).load(order.id);
    return payment && toPaymentType(payment);
  }
}
