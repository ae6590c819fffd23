import { Directive, Field, ObjectType } from 'type-graphql';

@Directive('@tag(name: "personal")')
@Directive('@authenticated')
@ObjectType('ShippingAddress', { description: 'Where the parcel goes.' })
export class ShippingAddressType {
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
