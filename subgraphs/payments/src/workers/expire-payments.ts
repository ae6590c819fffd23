import type { Worker } from '@souk/kit/server';
import { expirePayment } from '../use-cases/expire-payment.js';

const atOnce = 50;

/** Closes payments that wait for a customer whose time is over, by the database's clock. */
export const expirePayments: Worker = {
  name: 'expire-payments',
  everyMs: 1_000,
  run: async ({ em, now }) => {
    const rows = await em.execute<{ id: string }[]>(
      `select id from payment where status = 'ACTION_REQUIRED' and expired_at is null and pay_by < now()
       order by pay_by limit ${atOnce}`,
    );
    for (const { id } of rows) await expirePayment(em, id, now());
    return rows.length === atOnce;
  },
};
