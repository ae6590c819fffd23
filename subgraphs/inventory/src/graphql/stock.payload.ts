import { PayloadType, ReplayablePayloadType } from '@souk/kit/graphql';
import { Field, ObjectType } from 'type-graphql';
import { StockLevelType } from './stock-level.type.js';
import { StockMovementType } from './stock-movement.type.js';

@ObjectType({ description: 'What `adjustStock` answers.' })
export class AdjustStockPayload extends ReplayablePayloadType {
  @Field(() => StockLevelType, { nullable: true, description: 'The level as it is now.' })
  stockLevel?: StockLevelType;

  @Field(() => StockMovementType, { nullable: true, description: 'What was written into the ledger.' })
  movement?: StockMovementType;
}

@ObjectType({ description: 'What `setLowStockThreshold` answers.' })
export class SetLowStockThresholdPayload extends PayloadType {
  @Field(() => StockLevelType, { nullable: true, description: 'The level as it is now.' })
  stockLevel?: StockLevelType;
}

@ObjectType({ description: 'What `setStockPooling` answers.' })
export class SetStockPoolingPayload extends PayloadType {
  @Field(() => StockLevelType, { nullable: true, description: 'The level as it is now.' })
  stockLevel?: StockLevelType;
}
