import { Directive, Field, ID, ObjectType } from 'type-graphql';
import type { SavedAddress } from '../domain/saved-address.js';

@Directive('@tag(name: "personal")')
@Directive('@authenticated')
@ObjectType('SavedAddress', { description: "An address in a customer's book." })
export class SavedAddressType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'Who receives the parcel.' })
  name!: string;

  @Field(() => String, { description: 'Street and number.' })
  line1!: string;

  @Field(() => String, { nullable: true, description: 'Building, floor, company.' })
  line2!: string | null;

  @Field(() => String, { description: 'Town.' })
  city!: string;

  @Field(() => String, { description: 'Postal code.' })
  postalCode!: string;

  @Field(() => String, { nullable: true, description: 'State or province, where there are any.' })
  region!: string | null;

  @Field(() => String, { description: 'Country, ISO 3166-1 alpha-2.' })
  countryCode!: string;

  @Field(() => String, { nullable: true, description: 'For the carrier.' })
  phone!: string | null;
}

export function toSavedAddressType({ id, address }: SavedAddress): SavedAddressType {
  return Object.assign(new SavedAddressType(), { id, ...address });
}
