import type { EventMessage } from '@souk/kit/contracts';
import { customerRegisteredV1, customerSignedInV1 } from '@souk/schema/events/accounts';
import type { CustomerEvent } from '../domain/customer.js';

/** Turns what happened to a customer into the messages other subgraphs rely on. */
export function publishCustomerEvent(event: CustomerEvent): EventMessage[] {
  switch (event.type) {
    case 'CustomerRegistered':
      return [customerRegisteredV1({ customerId: event.customer.id, locale: event.customer.locale })];
    case 'CustomerSignedIn':
      return [customerSignedInV1({ customerId: event.customerId, guestId: event.guestId })];
  }
}
