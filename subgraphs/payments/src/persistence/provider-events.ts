import { type EntityManager, inTransaction } from '@souk/kit/persistence';

export interface ReceivedEvent {
  provider: string;
  id: string;
  type: string;
  payload: unknown;
}

interface DueRow {
  provider: string;
  provider_event_id: string;
  payload: unknown;
  tries: number;
}

export interface DueEvent {
  provider: string;
  id: string;
  payload: unknown;
  tries: number;
}

const longestPauseMs = 5 * 60_000;

/** Keeps an event of a provider's; one that is sent again is kept once. */
export async function keepProviderEvent(em: EntityManager, event: ReceivedEvent): Promise<void> {
  await inTransaction(em, (transaction) =>
    transaction.execute(
      `insert into payment_event (provider, provider_event_id, type, payload) values (?, ?, ?, ?::jsonb)
       on conflict do nothing`,
      [event.provider, event.id, event.type, JSON.stringify(event.payload)],
    ),
  );
}

/** The oldest events that nobody has handled yet. */
export async function findDueEvents(em: EntityManager, limit: number): Promise<DueEvent[]> {
  const rows = await em.execute<DueRow[]>(
    `select provider, provider_event_id, payload, tries from payment_event
     where handled_at is null and next_try_at <= now() order by received_at limit ?`,
    [limit],
  );
  return rows.map(({ provider, provider_event_id, payload, tries }) => ({
    provider,
    id: provider_event_id,
    payload,
    tries,
  }));
}

/** Puts an event off that could not be handled now; the pauses grow up to five minutes. */
export async function postponeProviderEvent(em: EntityManager, { provider, id, tries }: DueEvent): Promise<void> {
  const pauseMs = Math.min(longestPauseMs, 250 * 2 ** Math.min(tries, 16));
  await em.execute(
    `update payment_event set tries = tries + 1, next_try_at = now() + ? * interval '1 millisecond'
     where provider = ? and provider_event_id = ? and handled_at is null`,
    [pauseMs, provider, id],
  );
}
