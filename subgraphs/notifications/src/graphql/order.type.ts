import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id", resolvable: false)')
@Directive('@authenticated')
@ObjectType('Order', {
  description:
    'What somebody has bought. Visible to them, to the bearer of its link, and to staff that may read orders.',
})
export class OrderType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;
}

export function toOrderType(id: string | null): OrderType | null {
  return id === null ? null : Object.assign(new OrderType(), { id });
}
