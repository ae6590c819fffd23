import { notFound } from '../failures/stripe-failure.js';
import { noParameters, operation } from '../operations/operation.js';
import { presentListedEvent } from './present-event.js';

export const retrieveEvent = operation(noParameters, (work, _values, id) => {
  const event = work.find('events', id);
  if (!event) throw notFound('event', id, 'id');
  return presentListedEvent(work, event);
});
