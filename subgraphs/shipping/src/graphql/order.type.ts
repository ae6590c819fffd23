import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id")')
@Directive('@authenticated')
@ObjectType('Order', { description: 'An order, as far as shipping knows it.' })
export class OrderType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;
}
