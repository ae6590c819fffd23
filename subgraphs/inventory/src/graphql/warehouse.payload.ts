import { PayloadType } from '@souk/kit/graphql';
import { Field, ObjectType } from 'type-graphql';
import { WarehouseType } from './warehouse.type.js';

@ObjectType({ description: 'What `createWarehouse` answers.' })
export class CreateWarehousePayload extends PayloadType {
  @Field(() => WarehouseType, { nullable: true, description: 'The new warehouse.' })
  warehouse?: WarehouseType;
}
