import { Directive, Field, ID, ObjectType } from 'type-graphql';
import type { Customer } from '../domain/customer.js';
import { RoleEnum } from './role.enum.js';

@Directive('@key(fields: "id")')
@Directive('@tag(name: "personal")')
@Directive('@authenticated')
@ObjectType('Customer', {
  description: 'Somebody with an account. Visible to themselves, and to staff that may read customers.',
})
export class CustomerType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'The address they sign in with, in lower case.' })
  email!: string;

  @Field(() => String, { description: 'What they are called.' })
  name!: string;

  @Field(() => String, { description: 'The language for messages: a BCP 47 tag.' })
  locale!: string;

  @Field(() => [RoleEnum], { description: 'What they are in the shop.' })
  roles!: string[];

  @Field(() => Date, { description: 'When they opened the account.' })
  registeredAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When they last signed in.' })
  lastSignedInAt!: Date | null;
}

export function toCustomerType(customer: Customer): CustomerType {
  const { id, email, name, locale, roles, registeredAt, lastSignedInAt } = customer;
  return Object.assign(new CustomerType(), { id, email, name, locale, roles, registeredAt, lastSignedInAt });
}
