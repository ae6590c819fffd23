import type { Work } from '../state/work.js';
import type { EmittedEvent } from './emitted-event.js';

/** The API version whose shapes are shown: that of the official SDK the contract is tested with. */
export const apiVersion = '2026-10-28.endive';

/** An event as the API lists it and as webhooks carry it. */
export function presentEvent(event: EmittedEvent, pendingWebhooks: number): object {
  return {
    id: event.id,
    object: 'event',
    api_version: apiVersion,
    created: event.created,
    data: { object: event.object },
    livemode: false,
    pending_webhooks: pendingWebhooks,
    request: { id: event.requestId, idempotency_key: event.idempotencyKey },
    type: event.type,
  };
}

export function presentListedEvent(work: Work, event: EmittedEvent): object {
  return presentEvent(event, work.find('deliveries', event.id) ? 1 : 0);
}
