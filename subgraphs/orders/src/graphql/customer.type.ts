import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id")')
@Directive('@authenticated')
@ObjectType('Customer', {
  description: 'Somebody with an account. Visible to themselves, and to staff that may read customers.',
})
export class CustomerType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;
}

export function toCustomerType(id: string): CustomerType {
  return Object.assign(new CustomerType(), { id });
}
