import { PayloadType } from '@souk/kit/graphql';
import { Field, ID, ObjectType } from 'type-graphql';
import { SavedAddressType } from './saved-address.type.js';

@ObjectType({ description: 'What `addAddress` answers.' })
export class AddAddressPayload extends PayloadType {
  @Field(() => SavedAddressType, { nullable: true, description: 'The new entry.' })
  address?: SavedAddressType;
}

@ObjectType({ description: 'What `changeAddress` answers.' })
export class ChangeAddressPayload extends PayloadType {
  @Field(() => SavedAddressType, { nullable: true, description: 'The entry as it is now.' })
  address?: SavedAddressType;
}

@ObjectType({ description: 'What `removeAddress` answers.' })
export class RemoveAddressPayload extends PayloadType {
  @Field(() => ID, { nullable: true, description: 'The entry that is gone.' })
  removedAddressId?: string;
}
