import type { Worker } from '@souk/kit/server';

/** Deletes what nobody can need any more: copies of carts whose time is over, old quotes, finished removals. */
export const forgetOldCarts: Worker = {
  name: 'forget-old-carts',
  everyMs: 60_000,
  run: async ({ em }) => {
    await em.execute(`delete from cart where expires_at < now() - interval '30 days'`);
    await em.execute(`delete from quote where frozen_at is null and expires_at < now() - interval '1 day'`);
    await em.execute(`delete from quote where expires_at < now() - interval '90 days'`);
    await em.execute(`delete from order_removal where done_at < now() - interval '90 days'`);
    return false;
  },
};
