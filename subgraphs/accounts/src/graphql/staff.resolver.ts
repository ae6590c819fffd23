import { PayloadType, payloadOf, requireId } from '@souk/kit/graphql';
import type { Role } from '@souk/kit/identity';
import { Arg, Ctx, Directive, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { AccountsContext } from '../context.js';
import { grantRoles } from '../use-cases/grant-roles.js';
import { CustomerType, toCustomerType } from './customer.type.js';
import { GrantRolesInput } from './grant-roles.input.js';

@ObjectType({ description: 'What `grantRoles` answers.' })
export class GrantRolesPayload extends PayloadType {
  @Field(() => CustomerType, { nullable: true, description: 'The account with its new roles.' })
  customer?: CustomerType;
}

@Resolver()
export class StaffResolver {
  @Directive('@requiresScopes(scopes: [["roles:write"]])')
  @Mutation(() => GrantRolesPayload, {
    nullable: true,
    description: 'Gives an account other roles and ends its sessions. Refusals: NOT_FOUND.',
  })
  grantRoles(
    @Arg('input', () => GrantRolesInput, { description: 'Whose roles, and which.' }) input: GrantRolesInput,
    @Ctx() context: AccountsContext,
  ): Promise<GrantRolesPayload> {
    const customerId = requireId(input.customerId, 'customerId');
    return payloadOf<GrantRolesPayload>(async () => ({
      customer: toCustomerType(await grantRoles(context, { customerId, roles: input.roles as Role[] })),
    }));
  }
}
