import { defineEntity, p } from '@mikro-orm/core';
import { type AddressDraft, SavedAddress } from '../domain/saved-address.js';

export const SavedAddressSchema = defineEntity({
  class: SavedAddress,
  tableName: 'saved_address',
  properties: {
    id: p.uuid().primary(),
    customerId: p.uuid(),
    address: p.json<AddressDraft>(),
    addedAt: p.datetime(),
  },
});
