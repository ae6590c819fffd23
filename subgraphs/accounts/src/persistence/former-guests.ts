import type { EntityManager } from '@souk/kit/persistence';

/** As many as a token can carry without becoming a burden. */
const mostRemembered = 20;

/**
 * Notes, inside the transaction of `em`, that a customer was this guest until now. A guest goes over to one account: false
 * when it went to another before.
 */
export async function claimGuest(em: EntityManager, customerId: string, guestId: string): Promise<boolean> {
  const [row] = await em.execute<{ customer_id: string }[]>(
    `insert into customer_guest (guest_id, customer_id) values (?, ?)
     on conflict (guest_id) do update set guest_id = excluded.guest_id returning customer_id`,
    [guestId, customerId],
  );
  return row?.customer_id === customerId;
}

/** The guests that a customer was, the latest first. */
export async function formerGuestsOf(em: EntityManager, customerId: string): Promise<string[]> {
  const rows = await em.execute<{ guest_id: string }[]>(
    `select guest_id from customer_guest where customer_id = ? order by claimed_at desc limit ${mostRemembered}`,
    [customerId],
  );
  return rows.map((row) => row.guest_id);
}
