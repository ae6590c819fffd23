import { ReplayablePayloadType } from '@souk/kit/graphql';
import { Field, ObjectType } from 'type-graphql';
import { PaymentType } from './payment.type.js';
import { RefundType } from './refund.type.js';

@ObjectType({ description: 'What `refundPayment` answers.' })
export class RefundPaymentPayload extends ReplayablePayloadType {
  @Field(() => RefundType, { nullable: true, description: 'The refund; PENDING until the provider has done it.' })
  refund?: RefundType;

  @Field(() => PaymentType, { nullable: true, description: 'The payment it is taken from.' })
  payment?: PaymentType;
}
