import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** The order as orders owns it; payments adds its payment. */
@Directive('@key(fields: "id")')
@Directive('@authenticated')
@ObjectType('Order', { description: 'An order, as far as payments knows it.' })
export class OrderType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;
}
