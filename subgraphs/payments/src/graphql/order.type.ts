import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** The order as orders owns it; payments adds its payment. */
@Directive('@key(fields: "id")')
@ObjectType('Order')
export class OrderType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;
}
