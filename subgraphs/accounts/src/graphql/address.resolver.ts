import { payloadOf, requireId } from '@souk/kit/graphql';
import { requireOwnerId } from '@souk/kit/identity';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { AccountsContext } from '../context.js';
import type { AddressDraft } from '../domain/saved-address.js';
import { addAddress } from '../use-cases/add-address.js';
import { changeAddress } from '../use-cases/change-address.js';
import { removeAddress } from '../use-cases/remove-address.js';
import { AddAddressInput, type AddressInput, ChangeAddressInput, RemoveAddressInput } from './address.input.js';
import { AddAddressPayload, ChangeAddressPayload, RemoveAddressPayload } from './address.payload.js';
import { toSavedAddressType } from './saved-address.type.js';

@Resolver()
export class AddressResolver {
  @Directive('@authenticated')
  @Mutation(() => AddAddressPayload, {
    nullable: true,
    description: 'Puts an address into the book. Refusals: INVALID_ADDRESS, NOT_FOUND.',
  })
  addAddress(
    @Arg('input', () => AddAddressInput, { description: 'What to put into the book.' }) input: AddAddressInput,
    @Ctx() context: AccountsContext,
  ): Promise<AddAddressPayload> {
    const customerId = requireOwnerId(context.caller);
    return payloadOf<AddAddressPayload>(async () => ({
      address: toSavedAddressType(await addAddress(context, customerId, draftOf(input.address))),
    }));
  }

  @Directive('@authenticated')
  @Mutation(() => ChangeAddressPayload, {
    nullable: true,
    description: 'Changes an entry of the book. Refusals: INVALID_ADDRESS, NOT_FOUND.',
  })
  changeAddress(
    @Arg('input', () => ChangeAddressInput, { description: 'The entry, and what becomes of it.' })
    input: ChangeAddressInput,
    @Ctx() context: AccountsContext,
  ): Promise<ChangeAddressPayload> {
    const entry = { id: requireId(input.addressId, 'addressId'), customerId: requireOwnerId(context.caller) };
    return payloadOf<ChangeAddressPayload>(async () => ({
      address: toSavedAddressType(await changeAddress(context, entry, draftOf(input.address))),
    }));
  }

  @Directive('@authenticated')
  @Mutation(() => RemoveAddressPayload, {
    nullable: true,
    description: 'Takes an entry out of the book. Refusals: NOT_FOUND.',
  })
  removeAddress(
    @Arg('input', () => RemoveAddressInput, { description: 'Which entry to take out.' }) input: RemoveAddressInput,
    @Ctx() context: AccountsContext,
  ): Promise<RemoveAddressPayload> {
    const entry = { id: requireId(input.addressId, 'addressId'), customerId: requireOwnerId(context.caller) };
    return payloadOf<RemoveAddressPayload>(async () => {
      await removeAddress(context, entry);
      return { removedAddressId: entry.id };
    });
  }
}

function draftOf({ name, line1, line2, city, postalCode, region, countryCode, phone }: AddressInput): AddressDraft {
  const [second = null, state = null, number = null] = [line2, region, phone];
  return { name, line1, line2: second, city, postalCode, region: state, countryCode, phone: number };
}
