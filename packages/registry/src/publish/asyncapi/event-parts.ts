import { partsOf } from '@souk/kit/contracts';
import type { EventVersion } from '../../state/registry-state.js';
import { type DocumentParts, refTo, tagsOf } from './document-parts.js';

/** An event in AsyncAPI: its owner sends it, each consumer receives it. */
export function eventParts(event: EventVersion): DocumentParts {
  const { type, description, consumers } = event;
  const { owner } = partsOf(type);
  const messages = { event: refTo('components', 'messages', type) };
  const operation = (action: 'send' | 'receive', subgraph: string) => [
    `${subgraph}.${action}.${type}`,
    {
      action,
      channel: refTo('channels', type),
      tags: tagsOf(subgraph),
      messages: [refTo('channels', type, 'messages', 'event')],
    },
  ];
  return {
    channels: { [type]: { address: type, description, messages } },
    operations: Object.fromEntries([
      operation('send', owner),
      ...consumers.map((consumer) => operation('receive', consumer)),
    ]),
    messages: { [type]: messageOf(event, owner) },
  };
}

function messageOf({ type, description, file }: EventVersion, owner: string) {
  const properties = {
    type: { const: type },
    source: { const: `/souk/${owner}` },
    data: { $ref: file.replace('schema/', './') },
  };
  return {
    name: type,
    summary: description,
    contentType: 'application/cloudevents+json',
    correlationId: { location: '$message.payload#/correlationid' },
    payload: { allOf: [refTo('components', 'schemas', 'Envelope'), { type: 'object', properties }] },
  };
}
