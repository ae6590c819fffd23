import { Field, InputType, Int } from 'type-graphql';

@InputType({ description: 'A new warehouse.' })
export class CreateWarehouseInput {
  @Field(() => String, {
    description: 'What people and files call it: 1 to 32 letters, digits, - or _; kept in capitals.',
  })
  code!: string;

  @Field(() => String, { description: 'Its name: 1 to 200 characters.' })
  name!: string;

  @Field(() => Int, { description: 'The smaller, the sooner it is asked to serve an order: 0 to 1000.' })
  priority!: number;

  @Field(() => String, { description: 'Its country, ISO 3166-1 alpha-2, in capitals.' })
  countryCode!: string;
}
