import { isAuthenticated } from '@souk/kit/identity';
import { Ctx, Directive, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { AccountsContext } from '../context.js';
import { addressesByCustomerId, customerById } from '../persistence/find-customers.js';
import { CustomerType, toCustomerType } from './customer.type.js';
import { SavedAddressType, toSavedAddressType } from './saved-address.type.js';

@Resolver(() => CustomerType)
export class CustomerResolver {
  @Directive('@authenticated')
  @Query(() => CustomerType, { nullable: true, description: 'The account that is signed in; null for guests.' })
  async me(@Ctx() context: AccountsContext): Promise<CustomerType | null> {
    const { caller } = context;
    if (!isAuthenticated(caller) || !caller.id) return null;
    const customer = await customerById(context).load(caller.id);
    return customer && toCustomerType(customer);
  }

  @Directive('@listSize(assumedSize: 5)')
  @FieldResolver(() => [SavedAddressType], { description: 'Their address book, oldest entry first.' })
  async addresses(@Root() customer: CustomerType, @Ctx() context: AccountsContext): Promise<SavedAddressType[]> {
    const addresses = await addressesByCustomerId(context).load(customer.id);
    return (addresses ?? []).map(toSavedAddressType);
  }
}
