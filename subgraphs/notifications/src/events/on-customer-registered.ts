import { onEvent } from '@souk/kit/messaging';
import { customerRegisteredV1 } from '@souk/schema/events/accounts';
import { welcomeCustomer } from '../use-cases/write-to-customer.js';

/** Greets a new customer. */
export const onCustomerRegistered = onEvent(customerRegisteredV1, async ({ data }, work) => {
  await welcomeCustomer(work, data.customerId);
});
