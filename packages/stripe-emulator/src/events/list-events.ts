import { z } from 'zod';
import { operation } from '../operations/operation.js';
import { presentList } from '../operations/present-list.js';
import { text } from '../parameters/fields.js';
import { pageParameters } from '../parameters/page.js';
import { presentListedEvent } from './present-event.js';

const parameters = z.strictObject({
  ...pageParameters,
  type: text.optional(),
  types: z.array(text).max(20).optional(),
});

export const listEvents = operation(parameters, (work, { type, types, ...page }) => {
  const wanted = new Set([...(types ?? []), ...(type ? [type] : [])]);
  const rows = work.all('events').filter((event) => wanted.size === 0 || wanted.has(event.type));
  const present = (event: (typeof rows)[number]) => presentListedEvent(work, event);
  return presentList({ rows, kind: 'event', url: '/v1/events', present }, page);
});
