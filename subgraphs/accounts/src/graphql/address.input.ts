import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'A postal address.' })
export class AddressInput {
  @Field(() => String, { description: 'Who receives the parcel.' })
  name!: string;

  @Field(() => String, { description: 'Street and number.' })
  line1!: string;

  @Field(() => String, { nullable: true, description: 'Building, floor, company.' })
  line2?: string | null;

  @Field(() => String, { description: 'Town.' })
  city!: string;

  @Field(() => String, { description: 'Postal code.' })
  postalCode!: string;

  @Field(() => String, { nullable: true, description: 'State or province, where there are any.' })
  region?: string | null;

  @Field(() => String, { description: 'Country, ISO 3166-1 alpha-2, in capitals.' })
  countryCode!: string;

  @Field(() => String, { nullable: true, description: 'For the carrier.' })
  phone?: string | null;
}

@InputType({ description: 'An address for the book.' })
export class AddAddressInput {
  @Field(() => AddressInput, { description: 'The address.' })
  address!: AddressInput;
}

@InputType({ description: 'A change in the book.' })
export class ChangeAddressInput {
  @Field(() => ID, { description: 'Which entry.' })
  addressId!: string;

  @Field(() => AddressInput, { description: 'The address as it is from now on.' })
  address!: AddressInput;
}

@InputType({ description: 'What to take out of the book.' })
export class RemoveAddressInput {
  @Field(() => ID, { description: 'Which entry.' })
  addressId!: string;
}
