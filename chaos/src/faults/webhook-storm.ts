import { asOwner } from './database.js';
import type { FaultKind } from './fault-kind.js';

const momentMs = 1_000;
const events = 20;
const timesEach = 5;

/** The provider tells old news again and again. */
export const webhookStorm: FaultKind = {
  weight: 2,
  draw: () => ({ target: 'stripe-emulator', durationMs: momentMs }),
  begin: async (stage) => {
    const ids = await asOwner(stage, 'payments', async (client) => {
      const { rows } = await client.query<{ id: string }>(
        'select provider_event_id as id from payment_event order by received_at desc limit $1',
        [events],
      );
      return rows.map(({ id }) => id);
    });
    if (ids.length === 0) return stage.leaveOut('the provider has told nothing yet');
    const { stripeEmulatorUrl } = stage.living.world;
    const sendings = Array.from({ length: timesEach }, () => ids).flat();
    await Promise.all(
      sendings.map((id) => fetch(`${stripeEmulatorUrl}/_emulator/events/${id}/resend`, { method: 'POST' })),
    );
  },
};
