import { Field, ID, InputType, Int } from 'type-graphql';
import { AdjustmentReasonEnum } from './adjustment-reason.enum.js';
import { StockPoolingEnum } from './stock-pooling.enum.js';

@InputType({ description: 'A change of what is on hand.' })
export class AdjustStockInput {
  @Field(() => ID, { description: 'Of which variant.' })
  variantId!: string;

  @Field(() => String, { description: 'In which warehouse.' })
  warehouseCode!: string;

  @Field(() => Int, { description: 'How many units more, or fewer when negative. Never zero.' })
  delta!: number;

  @Field(() => AdjustmentReasonEnum, { description: 'Why.' })
  reason!: string;

  @Field(() => String, { nullable: true, description: 'For the ledger: at most 500 characters.' })
  note?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The `version` that the one who counted saw: CONFLICT if what is on hand has changed since.',
  })
  expectedVersion?: number | null;

  @Field(() => ID, { description: 'Chosen by the client, 16 to 255 characters: the same wish bears the same key.' })
  idempotencyKey!: string;
}

@InputType({ description: 'When to raise an alarm.' })
export class SetLowStockThresholdInput {
  @Field(() => ID, { description: 'For which variant.' })
  variantId!: string;

  @Field(() => String, { description: 'In which warehouse.' })
  warehouseCode!: string;

  @Field(() => Int, { nullable: true, description: 'From how many available units on: at least 1. Null for no alarm.' })
  threshold?: number | null;
}

@InputType({ description: 'How units are given out.' })
export class SetStockPoolingInput {
  @Field(() => ID, { description: 'Of which variant.' })
  variantId!: string;

  @Field(() => String, { description: 'In which warehouse.' })
  warehouseCode!: string;

  @Field(() => StockPoolingEnum, { description: 'Always one by one, or only in a rush.' })
  pooling!: string;
}
