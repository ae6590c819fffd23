import { ConnectionArguments } from '@souk/kit/graphql';
import { ArgsType, Field, ID } from 'type-graphql';

@ArgsType()
export class StockLevelsArguments extends ConnectionArguments {
  @Field(() => ID, { nullable: true, description: 'Those of one variant only.' })
  variantId?: string;

  @Field(() => String, { nullable: true, description: 'Those in one warehouse only.' })
  warehouseCode?: string;
}

@ArgsType()
export class StockMovementsArguments extends ConnectionArguments {
  @Field(() => ID, { description: 'Of which variant.' })
  variantId!: string;

  @Field(() => String, { nullable: true, description: 'In one warehouse only.' })
  warehouseCode?: string;
}
